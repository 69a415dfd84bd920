import { createServer, type Server } from "node:http";
import { createServer as createTcpServer, type Server as TcpServer } from "node:net";
import type { AddressInfo } from "node:net";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { CONTRACT, resolveSchema, type JsonSchema } from "../../src/rest/contract-document.ts";
import { createMailbox } from "../support/mailbox.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createSampleCalls, make, type SampleCalls } from "../support/sample-calls.ts";
import { ask } from "./attacker.ts";

/**
 * OWASP API7:2023. The server asks nobody but the identity providers of its configuration, whose lies are API10: no address
 * that a caller gives is fetched. Whatever fetches one day comes by here, since it has to import something that can.
 */

let world: RestWorld;
let samples: SampleCalls;
/** Where a request would arrive that the server makes of itself. */
let trap: Server;
let rawTrap: TcpServer;
let url: string;
let rawUrl: string;
const caught: string[] = [];

beforeAll(async () => {
  trap = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.end("{}");
  });
  rawTrap = createTcpServer((socket) => {
    caught.push("a connection");
    socket.destroy();
  });
  await Promise.all([trap, rawTrap].map((each) => new Promise<void>((done) => each.listen(0, "127.0.0.1", done))));
  url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/latest/meta-data`;
  rawUrl = `gopher://127.0.0.1:${(rawTrap.address() as AddressInfo).port}/x`;
  world = await createRestWorld();
  samples = await createSampleCalls(world);
});

afterAll(async () => {
  await world.close();
  await Promise.all([trap, rawTrap].map((each) => new Promise((done) => each.close(done))));
});

/** Fields that are, or may hold, an address, by the schema of the request they stand in. */
function addressFields(): string[] {
  const inRequests = new Set(
    Object.values(CONTRACT.paths).flatMap((item) =>
      Object.values(item).flatMap((operation) => {
        const { requestBody } = (operation ?? {}) as {
          requestBody?: { content: Record<string, { schema: JsonSchema }> };
        };
        return requestBody ? fieldsOf(requestBody.content["application/json"]!.schema) : [];
      }),
    ),
  );
  return [...inRequests]
    .filter((name) => /ur[il]|link|origin|callback|redirect|webhook|avatar|image|returnTo|site/i.test(name))
    .sort();
}

function fieldsOf(given: JsonSchema, seen = new Set<JsonSchema>()): string[] {
  const schema = resolveSchema(given);
  if (seen.has(schema)) return [];
  seen.add(schema);
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((each) => (each ?? []) as JsonSchema[]);
  const items = typeof schema.items === "object" && schema.items !== null ? [schema.items as JsonSchema] : [];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [name, ...fieldsOf(inner, seen)]),
    ...[...branches, ...items].flatMap((each) => fieldsOf(each, seen)),
  ];
}

test("the fields that hold an address are these, and one is a place that is asked", () => {
  // allowedOrigins is compared with the Origin header; returnTo is a path of the app that is handed back; the url of a webhook's
  // endpoint is asked if it is public: see undici-webhook-sender.test.ts.
  expect(addressFields()).toEqual(["allowedOrigins", "returnTo", "url"]);
});

describe("an address in the place of", () => {
  test("a text is kept as the text that it is, or refused", async () => {
    for (const address of [url, rawUrl, "http://169.254.169.254/latest/meta-data", "file:///etc/passwd"]) {
      const { path: bookingsPath, body } = await samples.createBooking();
      const booked = await world.call("POST", bookingsPath, {
        body: { ...body, notes: address, metadata: { url: address } },
      });
      expect(booked.status).toBe(201);
      const tries = [
        ["POST", "/v1/event-types", { title: address, locations: [{ type: "link", url: address }] }],
        ["POST", "/v1/event-types", { title: "X", description: `<img src="${address}">` }],
        ["POST", "/v1/schedules", { name: address, timeZone: address }],
        ["POST", "/v1/members", { name: address, email: `x@${new URL(address).host || "x"}`, timeZone: "UTC" }],
        ["POST", "/v1/api-keys", { name: "K", kind: "publishable", allowedOrigins: [address] }],
        ["POST", "/v1/auth/social/local/start", { returnTo: address }],
        ["POST", "/v1/auth/social/local/start", { returnTo: `//${new URL(address).host}` }],
        ["POST", "/v1/invitations", { email: `x@${new URL(address).host || "x"}`, role: "member" }],
      ] as const;
      for (const [method, to, body] of tries) {
        const key = to.includes("/auth/") ? null : world.clinic.owner.key;
        expect((await world.app.call(method, to, { key, body })).status).toBeLessThan(500);
      }
    }
    expect(caught).toEqual([]);
  });

  test("a header is asked by nobody", async () => {
    for (const address of [url, rawUrl]) {
      const { host } = new URL(address);
      const headers = {
        ...{ "X-Forwarded-Host": host, "X-Forwarded-For": host, "X-Original-URL": address, Referer: address },
        ...{ Origin: address.replace(/\/latest.*/, ""), Via: host, "X-Callback-URL": address, Link: `<${address}>` },
        ...{ traceparent: address, Destination: address, "X-Wap-Profile": address, Host: host },
      };
      for (const target of ["/v1/event-types", "/livez", "/docs", "/.well-known/jwks.json"])
        expect((await world.call("GET", target, { headers })).status).toBeLessThan(500);
      await world.app.call("POST", "/v1/auth/request-password-reset", {
        body: { email: world.clinic.ownerLogIn.email },
        headers: { Host: host },
      });
    }
    expect(caught).toEqual([]);
  });

  test("a key of a token, in its header, is asked by nobody", async () => {
    const { accessToken } = await world.logIn();
    const [, payload, signature] = accessToken.split(".");
    for (const header of [{ jku: url }, { x5u: url }, { kid: url }, { jwk: { kty: "EC", x5u: url } }]) {
      const forged = Buffer.from(JSON.stringify({ alg: "ES256", typ: "at+jwt", ...header })).toString("base64url");
      expect((await world.call("GET", "/v1/me", { key: `${forged}.${payload}.${signature}` })).status).toBe(401);
    }
    expect(caught).toEqual([]);
  });

  test("a provider, an issuer or a page of return is not the caller's to choose", async () => {
    for (const provider of [encodeURIComponent(url), "..%2F..%2Fopenid", "https:", "openid"])
      expect((await world.app.call("POST", `/v1/auth/social/${provider}/start`, { body: {} })).status).toBe(404);
    for (const more of [{ issuer: url }, { discoveryUrl: url }, { redirectUri: url }, { redirect_uri: url }])
      expect((await world.app.call("POST", "/v1/auth/social/local/start", { body: more })).status).toBe(422);
    const { path: finish, body } = await samples.finishSocialLogIn();
    const answered = await world.app.call("POST", finish, { body: { ...body, iss: url } });
    expect(answered.status).toBeLessThan(500);
    expect(caught).toEqual([]);
  });

  test("an argument of GraphQL is a text like another", async () => {
    const key = world.clinic.owner.key;
    for (const query of [
      `{ bookings(first: 1, search: "${url}") { nodes { id } } }`,
      `{ node(id: "${url}") { id } }`,
      `{ availability(eventTypeId: "${url}", from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", timeZone: "${url}") { timeZone } }`,
    ])
      await ask(world.app, key, query);
    const persisted = { documentId: url, extensions: { persistedQuery: { version: 1, sha256Hash: url } } };
    await world.app.call("POST", "/graphql", { key, body: persisted });
    expect(caught).toEqual([]);
  });

  test("not when mail goes out either, to whichever host an address names", async () => {
    await createMailbox(world).collect();
    expect(caught).toEqual([]);
  });
});

test("the trap would have told: what asks for its address is caught", async () => {
  await fetch(url);
  expect(caught.splice(0)).toEqual(["GET /latest/meta-data"]);
});

const SRC = path.join(import.meta.dirname, "../../src");

/** What can reach out, and why it may. */
const REACHES_OUT: Record<string, string> = {
  "adapters/identity-provider/github/github-provider.ts": "through the next one",
  "adapters/identity-provider/open-id/provider-fetch.ts":
    "the providers of the configuration, bounded in time and size",
  "adapters/mailer/mailgun/mailgun-mailer.ts": "writes messages by it, which it sends through ask-provider.ts",
  "adapters/mailer/smtp/smtp-mailer.ts": "the server of the configuration",
  "adapters/push-sender/apns/apns-connection.ts": "Apple, or what the configuration has in its place",
  "adapters/sending/ask-provider.ts":
    "providers of the configuration; of what browsers name, the hosts of push services alone",
  "adapters/webhook-sender/undici/pinned-connector.ts": "public addresses alone, looked at when a socket gets them",
  "adapters/webhook-sender/undici/undici-webhook-sender.ts": "through the one before",
};

const CAN_ASK =
  /\bawait fetch\(|createTransport\(|from "(node:https|node:http2|undici|axios|got)"|import \{[^}]*\b(request|get)\b[^}]*\} from "node:http"/;

test("nothing else in the source can ask for an address", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const reaching = files.filter((file) => CAN_ASK.test(readFileSync(path.join(SRC, file), "utf8"))).sort();
  for (const file of reaching)
    process.stdout.write(`reaches out: ${file} (${REACHES_OUT[file] ?? "nobody knows why"})\n`);
  expect(reaching).toEqual(Object.keys(REACHES_OUT));
});

test("a link that is handed out is the configuration's, whatever host was called", async () => {
  const { body } = await make(world, "createGuestLink", await samples.createGuestLink(), {
    headers: { Host: "evil.example" },
  });
  expect(body.url).toMatch(/^https:\/\/app\.example\//);
});
