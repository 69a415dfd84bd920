import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { STANDARD_FIGURES, toPlan } from "../../../src/domain/plan/plan.ts";
import { toGuardPolicies } from "../../../src/rest/limits/guards.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { codeAt, createFactorFixture, type FactorFixture } from "../../support/second-factors.ts";

let world: RestWorld;
let factors: FactorFixture;
/** An access token of the owner, who has proven himself more than ten minutes ago. */
let key: string;
let refreshToken: string;
/** Of another device. */
let otherKey: string;

beforeAll(async () => {
  world = await createRestWorld();
  factors = await createFactorFixture(world);
});

beforeEach(async () => {
  await factors.remove();
  // Whoever has tried often may try again after a day.
  world.clock.advance(86_400_000);
  ({ accessToken: key, refreshToken } = await world.logIn());
  otherKey = (await world.logIn()).accessToken;
  world.clock.advance(600_001);
});

afterAll(() => world.close());

const stepUp = (body: object, headers?: Record<string, string>) =>
  world.call("POST", "/v1/auth/step-up", { key, body, headers });

const createKey = () => world.call("POST", "/v1/api-keys", { key, body: { name: "Back end" } });

/** What the request did; that its session was used for the first time is written beside it. */
const actionsOf = async (requestId: string) =>
  (
    await world.sql<{ action: string }>(
      "SELECT action FROM audit_entry WHERE request_id = $1 AND action <> 'session.first_used'",
      [requestId],
    )
  ).map(({ action }) => action);

test("what is sensitive waits for the password of who has nothing else, and counts for ten minutes", async () => {
  const refused = await createKey();
  expect([refused.status, refused.body.code, refused.body.factors]).toEqual([403, "step_up_required", ["password"]]);
  const { password } = world.clinic.ownerLogIn;
  const { status, body } = await stepUp({ password }, { "X-Request-Id": "stepped-up" });
  expect([status, body]).toMatchObject([200, { current: true, authenticatedAt: world.clock.now().toISOString() }]);
  expect(await actionsOf("stepped-up")).toEqual(["session.stepped_up"]);
  key = (await world.call("POST", "/v1/auth/refresh", { key: null, body: { refreshToken } })).body.accessToken;
  world.clock.advance(600_000);
  expect((await createKey()).status).toBe(201);
  world.clock.advance(1);
  expect((await createKey()).body.code).toBe("step_up_required");
});

test("whoever has a second factor shows that one: his password is not enough", async () => {
  const secret = await factors.addTotp();
  expect((await createKey()).body.factors).toEqual(["totp"]);
  const { password } = world.clinic.ownerLogIn;
  const { status, body } = await stepUp({ password });
  expect([status, body.errors]).toEqual([
    422,
    [{ pointer: "/password", message: "is not enough: a second factor is asked for" }],
  ]);
  expect((await createKey()).status).toBe(403);
  expect((await stepUp({ code: codeAt(secret, world.clock) })).status).toBe(200);
  expect((await createKey()).status).toBe(201);
});

test("a recovery code will do, once", async () => {
  await factors.addTotp();
  const recoveryCode = await factors.addRecoveryCode();
  expect((await stepUp({ recoveryCode }, { "X-Request-Id": "recovered" })).status).toBe(200);
  expect((await actionsOf("recovered")).sort()).toEqual(["session.stepped_up", "user.recovery_code_used"]);
  expect((await stepUp({ recoveryCode })).status).toBe(422);
});

test("a code that logged in does not step up, nor the other way round", async () => {
  const secret = await factors.addTotp();
  const code = codeAt(secret, world.clock);
  expect((await stepUp({ code })).status).toBe(200);
  const { body } = await world.call("POST", "/v1/auth/log-in", { key: null, body: world.clinic.ownerLogIn });
  const challenge = { challengeToken: body.challengeToken, code };
  expect((await world.call("POST", "/v1/auth/second-factor", { key: null, body: challenge })).status).toBe(401);
});

test("what is wrong says where, is audited, and changes nothing", async () => {
  const { status, body } = await stepUp({ password: "wrong" }, { "X-Request-Id": "wrong" });
  expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/password"]]);
  expect((await stepUp({ code: "000000" })).body.errors.map(({ pointer }) => pointer)).toEqual(["/code"]);
  expect(await actionsOf("wrong")).toEqual(["step_up.refused"]);
  expect((await createKey()).status).toBe(403);
});

test("can be tried ten times in a quarter of an hour, log-ins by a second factor included", async () => {
  const secret = await factors.addTotp();
  const { body } = await world.call("POST", "/v1/auth/log-in", { key: null, body: world.clinic.ownerLogIn });
  const challenge = { challengeToken: body.challengeToken, code: codeAt(secret, world.clock, 9) };
  for (let i = 0; i < 5; i++) await world.call("POST", "/v1/auth/second-factor", { key: null, body: challenge });
  for (let i = 0; i < 5; i++) expect((await stepUp({ code: codeAt(secret, world.clock, 9) })).status).toBe(422);
  const refused = await stepUp({ code: codeAt(secret, world.clock) });
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "90"]);
});

test("a password cannot be tried more often by changing it", async () => {
  const change = { currentPassword: "not the password", newPassword: "eleven quiet orchards" };
  const tryIt = () => world.call("PATCH", "/v1/me/password", { key, body: change });
  for (let i = 0; i < 9; i++) expect((await tryIt()).status).toBe(422);
  expect((await stepUp({ password: "not the password" })).status).toBe(422);
  const { password } = world.clinic.ownerLogIn;
  const refused = [await tryIt(), await stepUp({ password })];
  expect(refused.map(({ status, headers }) => [status, headers["retry-after"]])).toEqual([
    [429, "90"],
    [429, "90"],
  ]);
});

test("is counted for each person also where it is right, since each costs the server work", async () => {
  const plan = toPlan("standard", STANDARD_FIGURES);
  const limiter = createInProcessRateLimiter({ clock: world.clock });
  const guards = toGuardPolicies({ "password-person": 2 });
  const app = await world.startTwin({ limits: { limiter, plans: new Map([[plan.name, plan]]), guards } });
  const { password } = world.clinic.ownerLogIn;
  const again = (by: string) => app.call("POST", "/v1/auth/step-up", { key: by, body: { password } });
  expect([(await again(key)).status, (await again(otherKey)).status]).toEqual([200, 200]);
  const refused = await again(key);
  expect([refused.status, refused.body.code]).toEqual([429, "rate_limited"]);
  expect(refused.headers["ratelimit"]).toContain('"password-person";r=0');
});

test("a lost answer is asked for again by the same key; of a password nothing is kept", async () => {
  const secret = await factors.addTotp();
  const code = codeAt(secret, world.clock);
  const first = await stepUp({ code }, { "Idempotency-Key": "lost" });
  const again = await stepUp({ code }, { "Idempotency-Key": "lost" });
  expect([again.text, again.headers["idempotency-replayed"]]).toEqual([first.text, "true"]);
  await factors.remove();
  const { password } = world.clinic.ownerLogIn;
  for (let i = 0; i < 2; i++) expect((await stepUp({ password }, { "Idempotency-Key": "password" })).status).toBe(200);
  expect(await world.sql("SELECT FROM idempotency_key WHERE key = 'password'")).toEqual([]);
});

test("counts on this device alone, and in every process at once", async () => {
  const twin = await world.startTwin();
  expect((await twin.call("POST", "/v1/api-keys", { key, body: { name: "Back end" } })).status).toBe(403);
  await stepUp({ password: world.clinic.ownerLogIn.password });
  expect((await twin.call("POST", "/v1/api-keys", { key, body: { name: "Back end" } })).status).toBe(201);
  const elsewhere = await twin.call("POST", "/v1/api-keys", { key: otherKey, body: { name: "Back end" } });
  expect(elsewhere.body.code).toBe("step_up_required");
});

test("a change of role is sensitive, another change of a member is not, and a key is never asked", async () => {
  const { memberId } = await world.clinic.addPerson();
  const change = (body: object, by = key) => world.call("PATCH", `/v1/members/${memberId}`, { key: by, body });
  expect((await change({ name: "Other" })).status).toBe(200);
  expect((await change({ role: "admin" })).body.code).toBe("step_up_required");
  expect((await change({ role: "admin" }, world.clinic.owner.key)).status).toBe(200);
  await stepUp({ password: world.clinic.ownerLogIn.password });
  expect((await change({ role: "member" })).status).toBe(200);
});

test("no key steps up", async () => {
  const { password } = world.clinic.ownerLogIn;
  expect((await world.call("POST", "/v1/auth/step-up", { body: { password } })).status).toBe(403);
});

test("a log-in that waits for its second factor does not count as one that failed", async () => {
  await factors.addTotp();
  const plan = toPlan("standard", STANDARD_FIGURES);
  const limiter = createInProcessRateLimiter({ clock: world.clock });
  const guards = toGuardPolicies({ "log-in-account": 2 });
  const app = await world.startTwin({ limits: { limiter, plans: new Map([[plan.name, plan]]), guards } });
  const logIn = async (body: object) => (await app.call("POST", "/v1/auth/log-in", { body })).body.code;
  for (let i = 0; i < 4; i++) expect(await logIn(world.clinic.ownerLogIn)).toBe("second_factor_required");
  const wrong = { ...world.clinic.ownerLogIn, password: "wrong" };
  expect(await logIn(wrong)).toBe("invalid_credentials");
});
