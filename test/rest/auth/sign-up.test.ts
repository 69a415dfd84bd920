import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { deleteDeadTokens } from "../../../src/domain/session/delete-dead-tokens.ts";
import { APP_URL, createMailbox, tokenIn, type Mailbox } from "../../support/mailbox.ts";
import { statementsOf } from "../../support/statements-of.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { codeAt, createFactorFixture } from "../../support/second-factors.ts";

let world: RestWorld;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

afterAll(() => world.close());

const PASSWORD = "eleven quiet orchards";
const ADA = { password: PASSWORD, name: "Ada Byron", organisationName: "Analytical Clinic", timeZone: "Europe/London" };

const post = (path: string, body: object, headers?: Record<string, string>) =>
  world.call("POST", `/v1/auth/${path}`, { key: null, body, headers });

async function signUp(email: string, more: object = {}): Promise<string> {
  expect((await post("sign-up", { ...ADA, email, ...more })).status).toBe(202);
  return mailbox.tokenTo(email.toLowerCase());
}

const complete = (token: string, password = PASSWORD) =>
  post("complete-sign-up", { token, password, deviceName: "Ada's phone" });

describe("a sign-up", () => {
  test("is the same answer for an address that is known, and leaves no trace of the difference before the mail", async () => {
    const { email } = world.clinic.ownerLogIn;
    const rows = () => world.sql<{ tables: string }>("SELECT to_jsonb(s) - 'id' AS row FROM sign_up s");
    const known = await post("sign-up", { ...ADA, email: email.toUpperCase() });
    const unknown = await post("sign-up", { ...ADA, email: "stranger@example.com" });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.body).toEqual({ expiresAt: "2026-11-24T08:00:00.000Z" });
    expect(await rows()).toHaveLength(2);
    expect(await world.sql("SELECT FROM outgoing_mail WHERE kind = 'sign_up'")).toHaveLength(2);

    const mails = await mailbox.collect();
    const [toKnown, toUnknown] = [email, "stranger@example.com"].map((each) => mails.find(({ to }) => to === each)!);
    expect(toKnown!.subject).toBe("You have an account already");
    expect(toKnown!.text).not.toContain("token");
    expect(toUnknown!.text).toContain(`${APP_URL}/complete-sign-up?token=hf_ot_`);
    for (const { text } of mails) expect(text).not.toMatch(/Ada|Analytical/);
    expect(await rows()).toHaveLength(1);
    expect(JSON.stringify(await rows())).not.toContain(tokenIn(toUnknown!));
  });

  test("runs the same statements for an address that is known as for one that is not", async () => {
    const statementsFor = (email: string) => statementsOf(world.app.pool, () => post("sign-up", { ...ADA, email }));
    const known = await statementsFor(world.clinic.ownerLogIn.email);
    expect(known.filter((text) => /INSERT/.test(text))).toHaveLength(2);
    expect(await statementsFor("another@example.com")).toEqual(known);
    await mailbox.collect();
  });

  test("becomes an account with an organisation, an owner who hosts, and a session on this device", async () => {
    const token = await signUp("Ada@example.com", { locale: "en-GB" });
    const { status, body, headers } = await complete(token);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    const { accessToken: key } = body;
    const me = await world.call("GET", "/v1/me", { key });
    expect(me.body).toMatchObject({
      email: "ada@example.com",
      emailVerifiedAt: world.clock.now().toISOString(),
      name: "Ada Byron",
      role: "owner",
      timeZone: "Europe/London",
      locale: "en-GB",
      organisation: { name: "Analytical Clinic", mode: "live" },
    });
    const schedules = await world.call("GET", "/v1/schedules", { key });
    expect(schedules.body.data).toMatchObject([{ isDefault: true, timeZone: "Europe/London" }]);
    const members = await world.call("GET", "/v1/members", { key });
    expect(members.body.data).toEqual([(body as unknown as { member: object }).member]);
    expect((await world.call("POST", "/v1/event-types", { key, body: { title: "Visit" } })).status).toBe(201);
    expect((await post("log-in", { email: "ada@example.com", password: PASSWORD })).status).toBe(200);
  });

  test("asks for the second factor of somebody who was here before, and lets him in by it", async () => {
    const first = (await complete(await signUp("back@example.com"))).body;
    const memberId = (first as unknown as { member: { id: string } }).member.id;
    const secret = await (await createFactorFixture(world, memberId)).addTotp();
    await world.sql("UPDATE member SET user_id = NULL, deleted_at = now() WHERE id = $1", [memberId]);
    const { status, body } = await complete(await signUp("back@example.com"));
    expect([status, body.code, body.factors]).toEqual([401, "second_factor_required", ["totp"]]);
    const proof = { challengeToken: body.challengeToken, code: codeAt(secret, world.clock) };
    const { accessToken: key } = (await post("second-factor", proof)).body;
    expect((await world.call("GET", "/v1/me", { key })).body).toMatchObject({
      email: "back@example.com",
      role: "owner",
    });
  });

  test("is told in the audit log of the new organisation, without the password and the token", async () => {
    const token = await signUp("audit@example.com");
    const { body } = await post("complete-sign-up", { token, password: PASSWORD }, { "X-Request-Id": "completed" });
    const lines = await world.sql<{ action: string; actor_kind: string }>(
      "SELECT action, actor_kind FROM audit_entry WHERE request_id = 'completed' ORDER BY id",
    );
    expect(lines).toEqual([
      { action: "organisation.created", actor_kind: "system" },
      { action: "schedule.created", actor_kind: "system" },
      { action: "member.updated", actor_kind: "system" },
      { action: "session.started", actor_kind: "session" },
    ]);
    const { organisationId } = body.session as unknown as { organisationId: string };
    const events = await world.sql("SELECT FROM outbox_event WHERE organisation_id = $1", [organisationId]);
    expect(events).toHaveLength(4);
  });

  test("is completed once, of sixteen at the same moment one", async () => {
    const token = await signUp("race@example.com");
    const answers = await Promise.all(Array.from({ length: 16 }, () => complete(token)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(15).fill(401)]);
    expect(await world.sql(`SELECT FROM "user" WHERE email = 'race@example.com'`)).toHaveLength(1);
    expect(await world.sql("SELECT FROM member WHERE email = 'race@example.com'")).toHaveLength(1);
    expect((await complete(token)).body.code).toBe("invalid_one_time_token");
  });

  test("that was asked for twice makes one account, whichever mail is opened and however many are at once", async () => {
    const tokens = [await signUp("twice@example.com"), await signUp("twice@example.com", { name: "Other" })];
    const answers = await Promise.all(tokens.map((token) => complete(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await world.sql("SELECT FROM member WHERE email = 'twice@example.com'")).toHaveLength(1);
    expect(await world.sql("SELECT FROM sign_up WHERE email = 'twice@example.com'")).toEqual([]);
  });

  test("gives nobody an account whose password a stranger has chosen: who opens the mail must know it", async () => {
    const token = await signUp("victim@example.com", { password: "the stranger's choice" });
    const opened = await complete(token, "what the victim tries");
    expect([opened.status, opened.body.code]).toEqual([401, "invalid_credentials"]);
    expect(await world.sql(`SELECT FROM "user" WHERE email = 'victim@example.com'`)).toEqual([]);

    const own = await signUp("victim@example.com");
    expect((await complete(own)).status).toBe(200);
    expect((await complete(token, "the stranger's choice")).status).toBe(401);
    const { status } = await post("log-in", { email: "victim@example.com", password: "the stranger's choice" });
    expect(status).toBe(401);
  });

  test("holds for a day, and is deleted then", async () => {
    const token = await signUp("late@example.com");
    world.clock.advance(86_400_000);
    expect((await complete(token)).body.code).toBe("invalid_one_time_token");
    expect(await deleteDeadTokens({ db: world.app.db, clock: world.clock })).toBeGreaterThan(0);
    expect(await world.sql("SELECT FROM sign_up WHERE email = 'late@example.com'")).toEqual([]);
  });

  test("is not completed by a token for something else, nor resets its own a password", async () => {
    const token = await signUp("mixed@example.com");
    expect((await post("reset-password", { token, password: PASSWORD })).status).toBe(401);
    expect((await post("verify-email", { token })).status).toBe(401);
    await post("request-password-reset", { email: world.clinic.ownerLogIn.email });
    const reset = await mailbox.tokenTo(world.clinic.ownerLogIn.email);
    expect((await complete(reset)).status).toBe(401);
  });
});

describe("what is wrong", () => {
  test.each([
    ["/password", { password: "short" }],
    ["/password", { password: "Password 1234" }],
    ["/password", { password: "qwertyuiop" }],
    ["/password", { password: "aaaaaaaaaaaa" }],
    ["/password", { password: "NOBODY@example.com" }],
    ["/password", { password: "ADA  Lovelace", name: "Ada Lovelace" }],
    ["/password", { password: "analytical clinic" }],
    ["/timeZone", { timeZone: "Mars/Olympus" }],
    ["/organisationName", { organisationName: "" }],
    ["/role", { role: "owner" }],
    ["/organisationId", { organisationId: "org_01k9q3x0a2b3c4d5e6f7g8h9jk" }],
  ])("is told at its place: %s of %j", async (pointer, wrong) => {
    const { status, body } = await post("sign-up", { ...ADA, email: "nobody@example.com", ...wrong });
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  test("of passwords there are no rules of composition", async () => {
    for (const password of [
      "zwölf zarte zebras",
      "a1b2c3d4e5f6g7",
      "          spaced out          ",
      "🦊🐻🐼🦁🐯🐨🐸🐙🦉🐝",
    ])
      expect((await post("sign-up", { ...ADA, email: "free@example.com", password })).status).toBe(202);
  });
});

test("a server that takes only those who were invited refuses every sign-up alike", async () => {
  const closed = await world.startTwin({ signUp: "invited" });
  for (const email of [world.clinic.ownerLogIn.email, "new@example.com"]) {
    const { status, body } = await closed.call("POST", "/v1/auth/sign-up", { body: { ...ADA, email } });
    expect([status, body.code]).toEqual([403, "sign_up_closed"]);
  }
});
