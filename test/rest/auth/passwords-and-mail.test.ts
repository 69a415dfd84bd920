import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { sendOutgoingMail } from "../../../src/domain/mail/send-outgoing-mail.ts";
import type { Mailer, MailMessage } from "../../../src/domain/ports/mailer.ts";
import type { SendOutcome } from "../../../src/domain/ports/send-outcome.ts";
import { createListLog } from "../../support/list-log.ts";
import type { LogLine } from "../../support/domain-context.ts";
import { createListMailer, tokenIn } from "../../support/mailbox.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { TEST_SEALER } from "../../support/rest-app.ts";

let world: RestWorld;
let mails: MailMessage[] = [];
const logged: LogLine[] = [];

beforeAll(async () => {
  world = await createRestWorld();
});

beforeEach(() => {
  mails = [];
});

afterAll(() => world.close());

const post = (path: string, body: object, headers?: Record<string, string>) =>
  world.call("POST", `/v1/auth/${path}`, { key: null, body, headers });

/** What the job does, in this process or in another one. */
function runJob(mailer: Mailer = createListMailer(mails)) {
  return sendOutgoingMail({
    db: world.app.db,
    clock: world.clock,
    log: createListLog(logged),
    mailer,
    appUrl: "https://app.example.com",
    sealer: TEST_SEALER,
  });
}

/** A provider that answers the same to each mail. */
function answering(outcome: WithoutProvider<SendOutcome>, ids: string[] = []): Mailer {
  return {
    send({ id }) {
      ids.push(id);
      return Promise.resolve({ provider: "test", ...outcome });
    },
  };
}

type WithoutProvider<Outcome> = Outcome extends unknown ? Omit<Outcome, "provider"> : never;

async function mailedToken(): Promise<string> {
  await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
  await runJob();
  return tokenIn(mails.at(-1)!);
}

const logInWith = async (password: string) =>
  (await post("log-in", { email: world.clinic.ownerLogIn.email, password })).status;

describe("a reset", () => {
  test("is the same answer for an address that nobody has, and mails only to one that somebody has", async () => {
    const known = await post("request-password-reset", { email: world.clinic.ownerLogIn.email.toUpperCase() });
    const unknown = await post("request-password-reset", { email: "nobody@clinic.example" });
    expect([known.status, known.text]).toEqual([204, ""]);
    expect([unknown.status, unknown.text]).toEqual([204, ""]);
    expect(await runJob()).toBe(1);
    expect(mails.map(({ to }) => to)).toEqual([world.clinic.ownerLogIn.email]);
    expect(mails[0]!.text).toContain("https://app.example.com/reset-password?token=hf_ot_");
    expect(await world.sql("SELECT FROM outgoing_mail")).toEqual([]);
    expect(JSON.stringify(await world.sql("SELECT * FROM one_time_token"))).not.toContain(tokenIn(mails[0]!));
  });

  test("sets a new password, proves the address, and ends every session", async () => {
    const [one, other] = [await world.logIn(), await world.logIn()];
    const token = await mailedToken();
    const { status } = await post("reset-password", { token, password: "a new password" }, { "X-Request-Id": "reset" });
    expect(status).toBe(204);
    for (const { accessToken, refreshToken } of [one, other]) {
      expect((await world.call("GET", "/v1/me", { key: accessToken })).status).toBe(401);
      expect((await post("refresh", { refreshToken })).status).toBe(401);
    }
    const { email, password } = world.clinic.ownerLogIn;
    expect([await logInWith(password), await logInWith("a new password")]).toEqual([401, 200]);
    const { body } = await post("log-in", { email, password: "a new password" });
    const me = await world.call("GET", "/v1/me", { key: body.accessToken });
    expect(me.body).toMatchObject({ emailVerifiedAt: world.clock.now().toISOString() });
    const told = await world.sql<{ action: string }>(
      "SELECT action FROM audit_entry WHERE request_id = 'reset' AND organisation_id = $1 ORDER BY action",
      [world.clinic.organisationId],
    );
    expect(new Set(told.map(({ action }) => action))).toEqual(new Set(["session.ended", "user.password_reset"]));

    const again = await mailedToken();
    await post("reset-password", { token: again, password });
  });

  test("takes its token once, of several at the same time one", async () => {
    const token = await mailedToken();
    const { password } = world.clinic.ownerLogIn;
    const answers = await Promise.all(Array.from({ length: 5 }, () => post("reset-password", { token, password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401, 401, 401]);
    const refused = answers.find(({ status }) => status === 401)!;
    expect(refused.body.code).toBe("invalid_one_time_token");
  });

  test("takes it for an hour, and the last that was mailed alone", async () => {
    const first = await mailedToken();
    const second = await mailedToken();
    const reset = (token: string) => post("reset-password", { token, password: world.clinic.ownerLogIn.password });
    expect((await reset(first)).status).toBe(401);
    world.clock.advance(3_600_000);
    expect((await reset(second)).status).toBe(401);
    const third = await mailedToken();
    world.clock.advance(3_599_999);
    expect((await post("verify-email", { token: third })).status).toBe(401);
    expect((await reset(third)).status).toBe(204);
  });

  test("lets no log-in by the old password slip through at the same moment", async () => {
    const { email, password } = world.clinic.ownerLogIn;
    for (let round = 0; round < 8; round++) {
      const token = await mailedToken();
      const old = round === 0 ? password : `password ${round - 1}`;
      const logIns = Array.from({ length: 4 }, () => post("log-in", { email, password: old }));
      const reset = await post("reset-password", { token, password: `password ${round}` });
      expect(reset.status).toBe(204);
      const statuses = new Set((await Promise.all(logIns)).map(({ status }) => status));
      for (const status of statuses) expect([200, 401]).toContain(status);
      expect(
        await world.sql("SELECT FROM device_session WHERE ended_at IS NULL AND organisation_id = $1", [
          world.clinic.organisationId,
        ]),
      ).toEqual([]);
    }
    await post("reset-password", { token: await mailedToken(), password });
  });

  test("of a short password is refused, and the token stays good", async () => {
    const token = await mailedToken();
    expect((await post("reset-password", { token, password: "short" })).body.errors).toEqual([
      { pointer: "/password", message: "must have at least 10 characters" },
    ]);
    expect((await post("reset-password", { token, password: world.clinic.ownerLogIn.password })).status).toBe(204);
  });
});

describe("a mail", () => {
  test("that was not taken is tried again, later each time, under the same id, and given up after ten attempts", async () => {
    await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    const ids: string[] = [];
    const failing = answering({ outcome: "down", reason: "unreachable", retryAfterSeconds: null, detail: "" }, ids);
    expect(await runJob(failing)).toBe(0);
    expect(await runJob(failing)).toBe(0);
    expect(ids).toHaveLength(1);
    for (let attempt = 1; attempt < 10; attempt++) {
      world.clock.advance(10_000 * 2 ** (attempt - 1));
      await runJob(failing);
      expect(ids).toHaveLength(attempt + 1);
    }
    expect(new Set(ids).size).toBe(1);
    expect(logged.map(({ level }) => level)).toEqual([...Array<string>(9).fill("warn"), "error"]);
    expect(JSON.stringify(logged)).not.toMatch(/hf_ot_|@/);
    world.clock.advance(86_400_000);
    expect(await runJob()).toBe(0);
  });

  test("that is refused for good is not tried again", async () => {
    await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    logged.length = 0;
    expect(await runJob(answering({ outcome: "refused", reason: "bad_address", detail: "SMTP 550 5.1.1" }))).toBe(0);
    expect(await world.sql("SELECT FROM outgoing_mail WHERE attempts < 10")).toEqual([]);
    expect(logged).toMatchObject([{ level: "warn", fields: { kind: "password_reset", reason: "bad_address" } }]);
    expect(JSON.stringify(logged)).not.toMatch(/hf_ot_|@/);
  });

  test("is not tried again before the provider wants it", async () => {
    await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    expect(await runJob(answering({ outcome: "later", retryAfterSeconds: 60, detail: "HTTP 429" }))).toBe(0);
    world.clock.advance(59_999);
    expect(await runJob()).toBe(0);
    world.clock.advance(1);
    expect(await runJob()).toBe(1);
  });

  test("loses no attempt to a provider that is not asked", async () => {
    await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    const notAsked = answering({ outcome: "down", reason: "not_asked", retryAfterSeconds: 60, detail: "" });
    for (let look = 0; look < 20; look++) {
      expect(await runJob(notAsked)).toBe(0);
      world.clock.advance(60_000);
    }
    expect(await runJob()).toBe(1);
  });

  test("goes out once, however many look for it at the same time", async () => {
    for (let i = 0; i < 6; i++) await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    await Promise.all(Array.from({ length: 4 }, () => runJob()));
    expect(mails).toHaveLength(6);
    expect(new Set(mails.map(({ id }) => id)).size).toBe(6);
  });
});

describe("one's own password", () => {
  test("is changed by who knows the present one: all others are logged out, this session goes on", async () => {
    const [own, other] = [await world.logIn(), await world.logIn()];
    const { password } = world.clinic.ownerLogIn;
    const change = (currentPassword: string, newPassword: string, requestId: string) =>
      world.call("PATCH", "/v1/me/password", {
        key: own.accessToken,
        body: { currentPassword, newPassword },
        headers: { "X-Request-Id": requestId },
      });
    const wrong = await change("wrong", "another password", "wrong");
    expect([wrong.status, wrong.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/currentPassword"]]);

    const before = await mailedToken();
    expect((await change(password, "another password", "changed")).status).toBe(204);
    const status = async (key: string) => (await world.call("GET", "/v1/me", { key })).status;
    expect([await status(own.accessToken), await status(other.accessToken)]).toEqual([200, 401]);
    expect([await logInWith(password), await logInWith("another password")]).toEqual([401, 200]);
    expect((await post("reset-password", { token: before, password })).status).toBe(401);
    const told = await world.sql<{ action: string; object_id: string }>(
      "SELECT action, object_id FROM audit_entry WHERE request_id = 'changed'",
    );
    expect(told).toContainEqual({ action: "session.ended", object_id: other.session.id });
    expect(told.filter(({ action }) => action === "user.password_changed")).toHaveLength(1);
    expect((await change("another password", password, "back")).status).toBe(204);
  });
});

test("an address is verified by the token that was mailed there, within a day, and then no more mail is sent", async () => {
  await world.sql(`UPDATE "user" SET email_verified_at = NULL`);
  const { accessToken } = await world.logIn();
  const ask = (requestId: string) =>
    world.call("POST", "/v1/me/request-email-verification", {
      key: accessToken,
      headers: { "X-Request-Id": requestId },
    });
  expect((await ask("asked")).status).toBe(204);
  await runJob();
  const token = tokenIn(mails[0]!);
  expect(mails[0]!.text).toContain("https://app.example.com/verify-email?token=");
  expect((await post("reset-password", { token, password: "a new password" })).status).toBe(401);
  expect((await post("verify-email", { token }, { "X-Request-Id": "verified" })).status).toBe(204);
  expect((await post("verify-email", { token })).status).toBe(401);
  await ask("asked-again");
  expect(await runJob()).toBe(0);
  const told = await world.sql<{ request_id: string; type: string }>(
    "SELECT request_id, type FROM outbox_event WHERE request_id IN ('asked', 'verified') ORDER BY request_id",
  );
  expect(told).toEqual([
    { request_id: "asked", type: "user.email_verification_requested" },
    { request_id: "verified", type: "user.email_verified" },
  ]);
});

test("no password and no token stands anywhere in the database, whatever was done with it", async () => {
  const { email, password } = world.clinic.ownerLogIn;
  const { accessToken, refreshToken } = await world.logIn();
  const { body } = await post("refresh", { refreshToken });
  const token = await mailedToken();
  const newPassword = "canary of a password";
  await world.call("PATCH", "/v1/me/password", {
    key: body.accessToken,
    headers: { "Idempotency-Key": "canary" },
    body: { currentPassword: password, newPassword },
  });
  await post("log-in", { email, password: newPassword }, { "Idempotency-Key": "canary" });
  await post("reset-password", { token: await mailedToken(), password });

  const signatures = [accessToken, body.accessToken].map((each) => each.split(".")[2]!);
  const secrets = [password, newPassword, refreshToken, body.refreshToken, token, ...signatures];
  const tables = await world.sql<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  for (const { name } of tables)
    for (const secret of secrets)
      expect([name, await world.sql(`SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0`, [secret])]).toEqual([
        name,
        [],
      ]);
  // Nor a hash of a password that could be tried at speed: who is asked for one gives no idempotency key a meaning.
  expect(await world.sql("SELECT FROM idempotency_key WHERE key = 'canary'")).toEqual([]);
});

test("a token of a mail proves the address that it was sent to, and no other", async () => {
  const token = await mailedToken();
  const { email, password } = world.clinic.ownerLogIn;
  await world.sql(`UPDATE "user" SET email = 'moved@clinic.example' WHERE email = $1`, [email]);
  expect((await post("reset-password", { token, password })).status).toBe(401);
  await world.sql(`UPDATE "user" SET email = $1 WHERE email = 'moved@clinic.example'`, [email]);
});
