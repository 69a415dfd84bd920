import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createOneTimeToken } from "../../../src/domain/identity/one-time-token.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import type { Answer } from "../../support/rest-app.ts";
import { codeAt, createFactorFixture, type FactorFixture } from "../../support/second-factors.ts";

let world: RestWorld;
let factors: FactorFixture;
/** An access token of the owner. */
let key: string;

beforeAll(async () => {
  world = await createRestWorld();
  factors = await createFactorFixture(world);
});

beforeEach(async () => {
  await factors.remove();
  // Whoever has tried often may try again after a day.
  world.clock.advance(86_400_000);
  key = (await world.logIn()).accessToken;
});

afterAll(() => world.close());

const mine = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
  world.call(method, `/v1/me/${path}`, { key, body, headers });

const logIn = () => world.call("POST", "/v1/auth/log-in", { key: null, body: world.clinic.ownerLogIn });

const show = (challengeToken: string, shown: { code?: string; recoveryCode?: string }, requestId = "shown") =>
  world.call("POST", "/v1/auth/second-factor", {
    key: null,
    body: { challengeToken, ...shown },
    headers: { "X-Request-Id": requestId },
  });

const newChallenge = async () => (await logIn()).body.challengeToken;
const codeOf = ({ status, body: { code } }: Answer) => [status, code];

async function setUp(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = (await mine("POST", "totp")).body.secret!;
  const { status, body } = await mine("POST", "totp/confirm", { code: codeAt(secret, world.clock) });
  expect(status).toBe(200);
  world.clock.advance(30_000);
  return { secret, recoveryCodes: body.recoveryCodes! };
}

/** What the request did; that its session was used for the first time is written beside it. */
const actionsOf = async (requestId: string) =>
  (
    await world.sql<{ action: string }>(
      "SELECT action FROM audit_entry WHERE request_id = $1 AND action <> 'session.first_used' ORDER BY action",
      [requestId],
    )
  ).map(({ action }) => action);

const mailed = async () =>
  (await world.sql<{ kind: string }>("DELETE FROM outgoing_mail RETURNING kind")).map(({ kind }) => kind);

describe("an authenticator app", () => {
  test("counts from the code that confirms it on, and comes with ten recovery codes", async () => {
    const begun = await mine("POST", "totp");
    const secret = begun.body.secret!;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(begun.body.otpauthUri!);
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      "otpauth:",
      "totp",
      `/Holdfast:${world.clinic.ownerLogIn.email}`,
    ]);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: "Holdfast",
      secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
    expect((await logIn()).status).toBe(200);
    expect((await mine("GET", "second-factors")).body).toEqual({
      required: false,
      totp: null,
      passkeys: 0,
      recoveryCodesLeft: 0,
    });

    const wrong = await mine("POST", "totp/confirm", { code: codeAt(secret, world.clock, 5) });
    expect([wrong.status, wrong.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/code"]]);
    await mailed();
    const { body } = await mine(
      "POST",
      "totp/confirm",
      { code: codeAt(secret, world.clock) },
      { "X-Request-Id": "confirmed" },
    );
    expect(new Set(body.recoveryCodes).size).toBe(10);
    for (const recoveryCode of body.recoveryCodes!) expect(recoveryCode).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-?){4}$/);
    expect((await mine("GET", "second-factors")).body).toEqual({
      required: true,
      totp: { enabledAt: world.clock.now().toISOString() },
      passkeys: 0,
      recoveryCodesLeft: 10,
    });
    expect(await actionsOf("confirmed")).toEqual(["user.totp_added"]);
    expect(await mailed()).toEqual(["totp_added"]);
    expect(codeOf(await logIn())).toEqual([401, "second_factor_required"]);
  });

  test("can be begun anew until it is confirmed, and then not: the last secret counts", async () => {
    const first = (await mine("POST", "totp")).body.secret!;
    const second = (await mine("POST", "totp")).body.secret!;
    expect((await mine("POST", "totp/confirm", { code: codeAt(first, world.clock) })).status).toBe(422);
    expect((await mine("POST", "totp/confirm", { code: codeAt(second, world.clock) })).status).toBe(200);
    expect(codeOf(await mine("POST", "totp"))).toEqual([409, "totp_already_set_up"]);
    expect(codeOf(await mine("POST", "totp/confirm", { code: "000000" }))).toEqual([409, "totp_not_begun"]);
  });

  test("shows its secret and its recovery codes once: a repeated request answers without them", async () => {
    const begin = () => mine("POST", "totp", undefined, { "Idempotency-Key": "begin" });
    const secret = (await begin()).body.secret!;
    const repeated = await begin();
    expect(repeated.headers["idempotency-replayed"]).toBe("true");
    expect(repeated.body).toEqual({ secret: null, otpauthUri: null });
    const code = codeAt(secret, world.clock);
    const confirm = () => mine("POST", "totp/confirm", { code }, { "Idempotency-Key": "confirm" });
    const { recoveryCodes } = (await confirm()).body;
    expect(recoveryCodes).toHaveLength(10);
    expect((await confirm()).body).toEqual({ recoveryCodes: null });
  });

  test("has its secret and its codes nowhere in the database", async () => {
    const begun = await mine("POST", "totp", undefined, { "Idempotency-Key": "canary" });
    const secret = begun.body.secret!;
    const confirm = { code: codeAt(secret, world.clock) };
    const { body } = await mine("POST", "totp/confirm", confirm, { "Idempotency-Key": "canary" });
    const challengeToken = await newChallenge();
    const tables = await world.sql<{ name: string }>(
      "SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    const secrets = [secret, challengeToken, ...body.recoveryCodes!];
    for (const { name } of tables)
      for (const each of [...secrets, ...body.recoveryCodes!.map((code) => code.replaceAll("-", ""))])
        expect([name, await world.sql(`SELECT FROM ${name} t WHERE strpos(t::text, $1) > 0`, [each])]).toEqual([
          name,
          [],
        ]);
  });

  test("that was sealed for somebody else opens for nobody", async () => {
    const { secret } = await setUp();
    await world.sql(
      `INSERT INTO totp SELECT u.id, t.secret, t.created_at, t.confirmed_at, NULL FROM totp t, "user" u
       WHERE u.email = $1`,
      [world.stranger.ownerLogIn.email],
    );
    const { body } = await world.call("POST", "/v1/auth/log-in", { key: null, body: world.stranger.ownerLogIn });
    expect(codeOf(await show(body.challengeToken, { code: codeAt(secret, world.clock) }))).toEqual([
      401,
      "invalid_second_factor",
    ]);
    await world.sql(`DELETE FROM totp t USING "user" u WHERE u.id = t.user_id AND u.email = $1`, [
      world.stranger.ownerLogIn.email,
    ]);
  });

  test("is removed with its recovery codes, and log-in needs the password alone again", async () => {
    await setUp();
    await mailed();
    const remove = (requestId: string) => mine("DELETE", "totp", undefined, { "X-Request-Id": requestId });
    expect((await remove("removed")).status).toBe(204);
    expect((await remove("removed-again")).status).toBe(204);
    expect(await actionsOf("removed")).toEqual(["user.totp_removed"]);
    expect(await actionsOf("removed-again")).toEqual([]);
    expect(await mailed()).toEqual(["totp_removed"]);
    expect((await mine("GET", "second-factors")).body).toEqual({
      required: false,
      totp: null,
      passkeys: 0,
      recoveryCodesLeft: 0,
    });
    expect((await logIn()).status).toBe(200);
  });

  test("is set up, removed and given new recovery codes by who has proven himself in the last ten minutes", async () => {
    await setUp();
    world.clock.advance(600_000);
    for (const [method, path] of [
      ["POST", "recovery-codes"],
      ["DELETE", "totp"],
      ["POST", "totp"],
    ] as const) {
      const { status, body } = await mine(method, path);
      expect([status, body.code, body.factors]).toEqual([403, "step_up_required", ["totp", "recovery_code"]]);
    }
  });

  test.each(["GET second-factors", "POST totp", "POST totp/confirm", "DELETE totp", "POST recovery-codes"])(
    "is nothing that a key has: %s",
    async (call) => {
      const [method, path] = call.split(" ") as [string, string];
      const body = path === "totp/confirm" ? { code: "000000" } : undefined;
      const { status } = await world.call(method, `/v1/me/${path}`, { body });
      expect(status).toBe(403);
    },
  );
});

describe("a log-in with a second factor", () => {
  test("is answered by a token and by what can be shown, and opens no session until then", async () => {
    const { secret } = await setUp();
    const before = await world.sql("SELECT FROM device_session");
    const { status, body, headers } = await logIn();
    expect([status, body.code, body.factors]).toEqual([401, "second_factor_required", ["totp", "recovery_code"]]);
    expect(body.challengeToken).toMatch(/^hf_ch_[\w-]{43}$/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(await world.sql("SELECT FROM device_session")).toHaveLength(before.length);

    const opened = await show(body.challengeToken, { code: codeAt(secret, world.clock) }, "opened");
    expect(opened.status).toBe(200);
    expect((await world.call("GET", "/v1/me", { key: opened.body.accessToken })).status).toBe(200);
    expect(await actionsOf("opened")).toEqual(["session.started"]);
  });

  test("keeps the organisation and the device's name of the log-in", async () => {
    const { secret } = await setUp();
    const { organisationId } = world.clinic;
    const body = { ...world.clinic.ownerLogIn, organisationId, deviceName: "Phone" };
    const challenged = await world.call("POST", "/v1/auth/log-in", { key: null, body });
    const opened = await show(challenged.body.challengeToken, { code: codeAt(secret, world.clock) });
    expect(opened.body.session).toMatchObject({ name: "Phone", organisationId });
  });

  test("needs the right password all the same, and says nothing of factors without it", async () => {
    await setUp();
    const body = { ...world.clinic.ownerLogIn, password: "wrong" };
    const refused = await world.call("POST", "/v1/auth/log-in", { key: null, body });
    expect(codeOf(refused)).toEqual([401, "invalid_credentials"]);
    expect(refused.body).not.toHaveProperty("factors");
  });

  test("takes the code of the step before, of this one and of the next (RFC 6238 5.2), and of no other", async () => {
    const { secret } = await setUp();
    world.clock.advance(300_000);
    const tried: [number, number][] = [];
    for (const steps of [-2, 2, -1, 0, 1])
      tried.push([steps, (await show(await newChallenge(), { code: codeAt(secret, world.clock, steps) })).status]);
    expect(tried).toEqual([
      [-2, 401],
      [2, 401],
      [-1, 200],
      [0, 200],
      [1, 200],
    ]);
  });

  test("takes no code twice, nor one of a step before the last", async () => {
    const { secret } = await setUp();
    world.clock.advance(60_000);
    const at = async (steps: number) =>
      (await show(await newChallenge(), { code: codeAt(secret, world.clock, steps) })).status;
    expect([await at(0), await at(0), await at(-1), await at(1)]).toEqual([200, 401, 401, 200]);
  });

  test("lets one in of sixteen who bring one code at the same moment", async () => {
    const secret = await factors.addTotp();
    const challenges: string[] = [];
    for (let i = 0; i < 16; i++) challenges.push(await newChallenge());
    const code = codeAt(secret, world.clock);
    const answers = await Promise.all(challenges.map((token) => show(token, { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("with one token lets one in of many, whatever is shown", async () => {
    const { secret, recoveryCodes } = await setUp();
    const challengeToken = await newChallenge();
    const shown = [
      { code: codeAt(secret, world.clock) },
      ...recoveryCodes.slice(0, 3).map((recoveryCode) => ({ recoveryCode })),
    ];
    const answers = await Promise.all(shown.map((each) => show(challengeToken, each)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { recoveryCodesLeft } = (await mine("GET", "second-factors")).body as unknown as {
      recoveryCodesLeft: number;
    };
    expect(recoveryCodesLeft).toBeGreaterThanOrEqual(9);
    expect(codeOf(await show(challengeToken, shown.at(-1)!))).toEqual([401, "invalid_challenge"]);
  });

  test("ends with five wrong codes, of however many at once, each of them audited", async () => {
    const { secret } = await setUp();
    const challengeToken = await newChallenge();
    const wrong = Array.from({ length: 9 }, () =>
      show(challengeToken, { code: codeAt(secret, world.clock, 9) }, "wrong"),
    );
    const codes = (await Promise.all(wrong)).map(({ body }) => body.code).sort();
    expect(codes).toEqual([
      ...Array<string>(4).fill("invalid_challenge"),
      ...Array<string>(5).fill("invalid_second_factor"),
    ]);
    expect(codeOf(await show(challengeToken, { code: codeAt(secret, world.clock) }))).toEqual([
      401,
      "invalid_challenge",
    ]);
    expect(await actionsOf("wrong")).toEqual(Array(5).fill("second_factor.refused"));
  });

  test("can be tried ten times in a quarter of an hour, over all its tokens", async () => {
    const { secret } = await setUp();
    for (let i = 0; i < 10; i++) {
      const { body } = await show(await newChallenge(), { code: codeAt(secret, world.clock, 9) });
      expect(body.code).toBe("invalid_second_factor");
    }
    const challengeToken = await newChallenge();
    const refused = await show(challengeToken, { code: codeAt(secret, world.clock) });
    expect([...codeOf(refused), refused.headers["retry-after"]]).toEqual([429, "rate_limited", "90"]);
    world.clock.advance(90_000);
    expect((await show(challengeToken, { code: codeAt(secret, world.clock) })).status).toBe(200);
  });

  test("waits five minutes", async () => {
    const { secret } = await setUp();
    const [first, second] = [await newChallenge(), await newChallenge()];
    world.clock.advance(299_999);
    expect((await show(first, { code: codeAt(secret, world.clock) })).status).toBe(200);
    world.clock.advance(1);
    expect(codeOf(await show(second, { code: codeAt(secret, world.clock, 1) }))).toEqual([401, "invalid_challenge"]);
  });

  test("waits no more for who has left the organisation, and takes no token that never was", async () => {
    const { recoveryCodes } = await setUp();
    const challengeToken = await newChallenge();
    const [owner] = await world.sql<{ user_id: string }>("SELECT user_id FROM member WHERE id = $1", [
      world.clinic.owner.memberId,
    ]);
    await world.sql("UPDATE member SET user_id = NULL WHERE id = $1", [world.clinic.owner.memberId]);
    const left = await show(challengeToken, { recoveryCode: recoveryCodes[0]! });
    await world.sql("UPDATE member SET user_id = $1 WHERE id = $2", [owner!.user_id, world.clinic.owner.memberId]);
    expect(codeOf(left)).toEqual([401, "invalid_challenge"]);
    expect(codeOf(await show("hf_ch_never", { recoveryCode: recoveryCodes[0]! }))).toEqual([401, "invalid_challenge"]);
  });

  test.each([
    ["nothing", {}],
    ["two", { code: "000000", recoveryCode: "0000-0000-0000-0000" }],
    ["a code of five digits", { code: "00000" }],
    ["a code of other digits", { code: "٠٠٠٠٠٠" }],
  ])("takes one thing that is shown, not %s", async (_, shown) => {
    expect((await show("hf_ch_any", shown)).status).toBe(422);
  });

  test("is not for who resets the password alone: the second factor stays, and what waits waits no more", async () => {
    const { secret } = await setUp();
    const waiting = await newChallenge();
    const { email, password } = world.clinic.ownerLogIn;
    const change = { currentPassword: password, newPassword: password };
    expect((await mine("PATCH", "password", change)).status).toBe(204);
    expect(codeOf(await show(waiting, { code: codeAt(secret, world.clock) }))).toEqual([401, "invalid_challenge"]);
    const owner = await world.app.db.prisma.user.findUniqueOrThrow({ where: { email } });
    const token = await createOneTimeToken({ db: world.app.db, clock: world.clock }, owner, "password_reset");
    const reset = await world.call("POST", "/v1/auth/reset-password", { key: null, body: { token, password } });
    expect(reset.status).toBe(204);
    const again = await logIn();
    expect(codeOf(again)).toEqual([401, "second_factor_required"]);
    expect((await show(again.body.challengeToken, { code: codeAt(secret, world.clock) })).status).toBe(200);
  });
});

describe("a recovery code", () => {
  test("works once, however it is typed, and its owner is told", async () => {
    const { recoveryCodes } = await setUp();
    const [first, second] = recoveryCodes as [string, string];
    const typed = first.toUpperCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l");
    await mailed();
    expect((await show(await newChallenge(), { recoveryCode: typed }, "recovered")).status).toBe(200);
    expect(await actionsOf("recovered")).toEqual(["session.started", "user.recovery_code_used"]);
    expect(await mailed()).toEqual(["recovery_code_used"]);
    expect(codeOf(await show(await newChallenge(), { recoveryCode: first }))).toEqual([401, "invalid_second_factor"]);
    expect((await mine("GET", "second-factors")).body).toMatchObject({ recoveryCodesLeft: 9 });
    expect((await show(await newChallenge(), { recoveryCode: second })).status).toBe(200);
  });

  test("is worth nothing once there are new ones", async () => {
    const old = (await setUp()).recoveryCodes[0]!;
    const { body } = await mine("POST", "recovery-codes", undefined, { "X-Request-Id": "replaced" });
    expect(body.recoveryCodes).toHaveLength(10);
    expect(await actionsOf("replaced")).toEqual(["user.recovery_codes_replaced"]);
    expect((await show(await newChallenge(), { recoveryCode: old })).status).toBe(401);
    expect((await show(await newChallenge(), { recoveryCode: body.recoveryCodes![0]! })).status).toBe(200);
  });

  test("is for who has a second factor", async () => {
    expect(codeOf(await mine("POST", "recovery-codes"))).toEqual([409, "no_second_factor"]);
  });

  test("opens for its owner alone", async () => {
    const { recoveryCodes } = await setUp();
    await world.sql(`UPDATE recovery_code SET user_id = (SELECT id FROM "user" WHERE email = $1)`, [
      world.stranger.ownerLogIn.email,
    ]);
    expect(codeOf(await show(await newChallenge(), { recoveryCode: recoveryCodes[0]! }))).toEqual([
      401,
      "invalid_second_factor",
    ]);
    await world.sql("DELETE FROM recovery_code");
  });
});
