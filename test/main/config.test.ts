import { describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { parseConfig, unknownVariables } from "../../src/main/config.ts";
import { type Variable, VARIABLES } from "../../src/main/config/variables.ts";

const EXAMPLE = readFileSync(fileURLToPath(new URL("../../.env.example", import.meta.url)), "utf8");

describe("the configuration", () => {
  test("is complete with an empty environment", () => {
    expect(parseConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      dataDir: path.resolve(".data"),
      secret: null,
      databaseUrl: null,
      databasePoolSize: 10,
      databaseStatementTimeoutMs: 10_000,
      databasePoolWaitMs: 10_000,
      redisUrl: null,
      rateLimits: null,
      graphqlPointsPerMinute: null,
      graphqlTrustedDocuments: null,
      identityProviders: { callbackUrl: null, google: null, microsoft: null, github: null, openid: null },
      senders: {
        ...{ mailFrom: null, smtp: null, mailgun: null, twilio: null, vonage: null },
        ...{ apns: null, fcm: null, webPush: null },
      },
      logLevel: "info",
      publicUrl: null,
      appUrl: null,
      signUp: "open",
      appName: "Holdfast",
      appOrigins: [],
      mailgunSigningKey: null,
      passkeyDomain: null,
      trustProxy: null,
      webhookAllowedNetworks: ["127.0.0.0/8", "::1/128"],
      worker: true,
      jobConcurrency: 20,
      jobLeaseMs: 15_000,
      eventRetentionDays: 30,
      eventStreamLength: 10_000,
      shutdownTimeoutMs: 8_000,
      bodyLimitBytes: 262_144,
      demo: true,
    });
  });

  test("takes an empty variable for one that is not set", () => {
    expect(parseConfig({ PORT: "", DATABASE_URL: "", DATABASE_URL_FILE: "" })).toEqual(parseConfig({}));
  });

  test.each([
    ["PORT", "http", "PORT must be a whole number from 0 to 65535."],
    ["PORT", "65536", "PORT must be a whole number from 0 to 65535."],
    ["PORT", "4000.5", "PORT must be a whole number from 0 to 65535."],
    ["HOST", "http://localhost", "HOST must be an IP address or a host name."],
    [
      "DATABASE_URL",
      "mysql://secret@host/db",
      "DATABASE_URL must be of the form postgresql://user:password@host:5432/name.",
    ],
    [
      "REDIS_URL",
      "http://secret@host",
      "REDIS_URL must be of the form redis://user:password@host:6379/0, or rediss:// for TLS.",
    ],
    [
      "REDIS_URL",
      "host:6379",
      "REDIS_URL must be of the form redis://user:password@host:6379/0, or rediss:// for TLS.",
    ],
    [
      "REDIS_URL",
      "redis://host/zero",
      "REDIS_URL must be of the form redis://user:password@host:6379/0, or rediss:// for TLS.",
    ],
    ["DATABASE_POOL_SIZE", "0", "DATABASE_POOL_SIZE must be a whole number from 1 to 1000."],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
    [
      "PUBLIC_URL",
      "booking.example.com",
      "PUBLIC_URL must be an address of the form https://booking.example.com, without a query.",
    ],
    [
      "TRUST_PROXY",
      "true",
      "TRUST_PROXY must be addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, by commas.",
    ],
    [
      "TRUST_PROXY",
      "10.0.0.0/33",
      "TRUST_PROXY must be addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, by commas.",
    ],
    [
      "SOCIAL_CALLBACK_URL",
      "http://app.example.com/callback",
      "SOCIAL_CALLBACK_URL must be an https:// address without a query, http:// with a loopback host, or com.example.app:/path.",
    ],
    [
      "SOCIAL_CALLBACK_URL",
      "javascript:alert(1)",
      "SOCIAL_CALLBACK_URL must be an https:// address without a query, http:// with a loopback host, or com.example.app:/path.",
    ],
    [
      "GOOGLE_ISSUER",
      "http://accounts.google.com",
      "GOOGLE_ISSUER must be an https:// address without a query, or http:// with a loopback host.",
    ],
    [
      "MICROSOFT_TENANT",
      "a/b",
      "MICROSOFT_TENANT must be common, organizations, consumers, or a tenant's identifier or domain.",
    ],
    ["GOOGLE_CLIENT_ID", "id", "GOOGLE_CLIENT_SECRET must be set, since GOOGLE_CLIENT_ID is."],
    [
      "OPENID_ISSUER",
      "https://id.example.com/",
      "OPENID_CLIENT_ID must be set, since OPENID_ISSUER is.\nOPENID_CLIENT_SECRET must be set, since OPENID_ISSUER is.",
    ],
    [
      "SMTP_URL",
      "http://user:secret@mail.example.com",
      "SMTP_URL must be of the form smtp://user:password@host:587, or smtps:// for TLS from the start, with ?tls=optional for servers that have none.",
    ],
    ["SMTP_URL", "smtp://mail.example.com", "MAIL_FROM must be set, since SMTP_URL is."],
    [
      "MAIL_FROM",
      "nobody",
      "MAIL_FROM must be an address such as bookings@example.com, or Clinic <bookings@example.com>.",
    ],
    [
      "TWILIO_AUTH_TOKEN",
      "secret",
      "TWILIO_ACCOUNT_SID must be set, since TWILIO_AUTH_TOKEN is.\nTWILIO_FROM must be set, since TWILIO_AUTH_TOKEN is.",
    ],
    [
      "APNS_PRIVATE_KEY",
      "secret",
      "APNS_PRIVATE_KEY must be a private key of P-256 in PEM, as the .p8 file from Apple holds it.",
    ],
    [
      "FCM_SERVICE_ACCOUNT",
      '{ "private_key": "secret" }',
      "FCM_SERVICE_ACCOUNT must be the JSON of a service account, as Google Cloud gives it.",
    ],
    ["VAPID_PUBLIC_KEY", "BA", "VAPID_PUBLIC_KEY must be 65 bytes in base64url, an uncompressed point of P-256."],
    [
      "WEB_PUSH_HOSTS",
      "https://push.example.com",
      "WEB_PUSH_HOSTS must be host names by commas, such as push.example.com, or .example.com for all below.",
    ],
    ["HOLDFAST_DEMO", "yes", "HOLDFAST_DEMO must be one of auto, on, off."],
  ])("refuses %s=%s in one line", (name, value, line) => {
    expect(() => parseConfig({ [name]: value })).toThrow(new Error(line));
  });

  test("names every bad value at once", () => {
    expect(() => parseConfig({ PORT: "x", LOG_LEVEL: "x", BODY_LIMIT_BYTES: "x" })).toThrow(
      /^PORT .*\nLOG_LEVEL .*\nBODY_LIMIT_BYTES .*$/,
    );
  });

  test("takes a secret from a file, without the line end", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "holdfast-config-"));
    const file = path.join(folder, "url");
    writeFileSync(file, "postgresql://user:secret@db/holdfast\n");
    expect(parseConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe("postgresql://user:secret@db/holdfast");
    expect(() => parseConfig({ DATABASE_URL_FILE: file, DATABASE_URL: "postgresql://db/x" })).toThrow(
      "DATABASE_URL must be given once, but DATABASE_URL_FILE is set too.",
    );
    rmSync(folder, { recursive: true });
    expect(() => parseConfig({ DATABASE_URL_FILE: file })).toThrow(
      `DATABASE_URL must be readable: DATABASE_URL_FILE names ${file} (ENOENT).`,
    );
  });

  test("takes what a provider knows the server by, and an issuer letter by letter", () => {
    const environment = {
      SOCIAL_CALLBACK_URL: "com.example.app:/auth",
      GITHUB_CLIENT_ID: "id",
      GITHUB_CLIENT_SECRET: "secret",
      GITHUB_BASE_URL: "https://github.example.com/",
      GITHUB_API_URL: "https://github.example.com/api/v3",
      OPENID_ISSUER: "https://id.example.com/",
      OPENID_CLIENT_ID: "id",
      OPENID_CLIENT_SECRET: "secret",
    };
    const client = { clientId: "id", clientSecret: "secret" };
    expect(parseConfig(environment).identityProviders).toEqual({
      callbackUrl: "com.example.app:/auth",
      google: null,
      microsoft: null,
      github: { ...client, baseUrl: "https://github.example.com", apiUrl: "https://github.example.com/api/v3" },
      openid: { ...client, issuer: "https://id.example.com/", name: "OpenID" },
    });
  });

  test.each([
    ["smtp://mail.example.com", 587, false, true],
    ["smtps://mail.example.com", 465, true, false],
    ["smtp://mail.example.com:2525?tls=optional", 2525, false, false],
    ["smtp://127.0.0.1:1025", 1025, false, false],
  ])("takes %s for a mail server", (url, port, isImplicitTls, requireTls) => {
    const { smtp, mailFrom } = parseConfig({ SMTP_URL: url, MAIL_FROM: "Clinic <a@example.com>" }).senders;
    expect(smtp).toMatchObject({ port, isImplicitTls, requireTls, credentials: null });
    expect(mailFrom).toEqual({ address: "a@example.com", name: "Clinic" });
  });

  test("takes a mail server's password with any letters, and an address without a name", () => {
    const environment = { SMTP_URL: "smtp://user:p%40ss%2F@[::1]:25", MAIL_FROM: "a@example.com" };
    const { smtp, mailFrom } = parseConfig(environment).senders;
    expect(smtp).toMatchObject({ host: "::1", credentials: { user: "user", password: "p@ss/" } });
    expect(mailFrom).toEqual({ address: "a@example.com", name: null });
  });

  test("takes a pair of keys for Web Push, and no two that are none", () => {
    const pair = {
      VAPID_PUBLIC_KEY: "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
      VAPID_PRIVATE_KEY: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
      VAPID_SUBJECT: "mailto:ops@example.com",
    };
    expect(parseConfig(pair).senders.webPush).toMatchObject({ vapid: { publicKey: pair.VAPID_PUBLIC_KEY } });
    expect(() => parseConfig({ ...pair, VAPID_PRIVATE_KEY: pair.VAPID_PRIVATE_KEY.replace("y", "x") })).toThrow(
      new Error("VAPID_PRIVATE_KEY must be the private half of VAPID_PUBLIC_KEY."),
    );
  });

  test.each([
    [{}, true],
    [{ HOST: "localhost" }, true],
    [{ HOST: "::1" }, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ HOST: "0.0.0.0", HOLDFAST_DEMO: "on" }, true],
    [{ DATABASE_URL: "postgresql://db/x" }, false],
    [{ DATABASE_URL: "postgresql://db/x", HOLDFAST_DEMO: "on" }, true],
    [{ HOLDFAST_DEMO: "off" }, false],
  ])("with %j demo data is made: %s", (environment, demo) => {
    expect(parseConfig(environment).demo).toBe(demo);
  });

  test("a public address has no slash at its end, so that paths can follow", () => {
    expect(parseConfig({ PUBLIC_URL: "https://example.com/" }).publicUrl).toBe("https://example.com");
    expect(parseConfig({ PUBLIC_URL: "https://example.com/booking/" }).publicUrl).toBe("https://example.com/booking");
  });

  test("trusted proxies are listed by commas", () => {
    expect(parseConfig({ TRUST_PROXY: "loopback, 10.0.0.0/8,::1" }).trustProxy).toBe("loopback,10.0.0.0/8,::1");
  });

  test("warns of variables that look like ours but are not", () => {
    expect(unknownVariables({ HOLDFAST_DATA_DIR: "x", HOLDFAST_DATADIR: "x", HOME: "x" })).toEqual([
      "HOLDFAST_DATADIR is set, but Holdfast knows no such variable.",
    ]);
  });
});

describe(".env.example", () => {
  test("has every variable with its default, and no other", () => {
    const defaults = Object.entries(VARIABLES).map(([name, variable]) => [name, variable.default]);
    expect(parseEnv(EXAMPLE)).toEqual(Object.fromEntries(defaults));
  });

  test.each(Object.entries<Variable<unknown>>(VARIABLES))("says what %s means", (name, variable) => {
    const meaning = `# ${variable.meaning}${variable.secret ? ` Or ${name}_FILE.` : ""}`;
    expect(EXAMPLE).toContain(`\n${meaning}\n${name}=${variable.default}\n`);
  });
});
