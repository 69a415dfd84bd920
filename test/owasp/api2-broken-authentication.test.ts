import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createOneTimeToken } from "../../src/domain/identity/one-time-token.ts";
import { OPERATIONS } from "../../src/generated/contract-operations.ts";
import { addLogIn } from "../support/add-log-in.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createFactorFixture } from "../support/second-factors.ts";
import { ask, from, startWithRealLimits } from "./attacker.ts";

/**
 * OWASP API2:2023. Forged and expired JWTs are test/rest/auth/access-tokens.test.ts, stolen refresh tokens
 * refresh-session.test.ts, guesses at passwords and tokens test/rest/limits, at second factors test/rest/second-factors, dead
 * credentials on every operation test/access, and that nobody learns who has an account log-in and sign-up.test.ts.
 */

let world: RestWorld;
/** One of each secret that somebody may hold, all of them good for what they are for. */
let secrets: Record<string, string>;

beforeAll(async () => {
  world = await createRestWorld();
  const { app, clinic, clock, sql } = world;
  const [{ id }] = (await sql<{ id: string }>(`SELECT id FROM "user" WHERE email = $1`, [clinic.ownerLogIn.email])) as [
    { id: string },
  ];
  const deps = { db: app.db, clock };
  const owner = { id, email: clinic.ownerLogIn.email };
  const { accessToken, refreshToken } = await world.logIn();
  const eventType = await clinic.addEventType();
  const booking = await world.book(eventType.id, "2026-12-01T09:00:00Z");
  const link = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`);
  const flow = await app.call("POST", "/v1/auth/social/local/start", { body: {} });
  secrets = {
    "an access token": accessToken,
    "a refresh token": refreshToken,
    "an API key": clinic.owner.key,
    "a publishable key": clinic.publishableKey,
    "a token of a reset": await createOneTimeToken(deps, owner, "password_reset"),
    "a token that proves an address": await createOneTimeToken(deps, owner, "email_verification"),
    "a guest link": link.body.token!,
    "a flow token": flow.body.flowToken,
    "a password": clinic.ownerLogIn.password,
  };
  const factors = await createFactorFixture(world);
  secrets["a challenge of a log-in"] = await factors.challenge();
  secrets["a recovery code"] = await factors.addRecoveryCode();
  await factors.remove();
});

afterAll(() => world.close());

describe("each secret opens what it is for and nothing else", () => {
  const BEARERS = ["an access token", "an API key", "a publishable key", "a guest link"];
  const PLACES: Record<string, { body: (secret: string) => object; opensBy: string[] }> = {
    "/v1/auth/refresh": { body: (refreshToken) => ({ refreshToken }), opensBy: ["a refresh token"] },
    "/v1/auth/second-factor": { body: (challengeToken) => ({ challengeToken, code: "000000" }), opensBy: [] },
    "/v1/auth/reset-password": {
      body: (token) => ({ token, password: NEW_PASSWORD }),
      opensBy: ["a token of a reset"],
    },
    "/v1/auth/verify-email": { body: (token) => ({ token }), opensBy: ["a token that proves an address"] },
    "/v1/auth/complete-sign-up": { body: (token) => ({ token, password: NEW_PASSWORD }), opensBy: [] },
    "/v1/auth/accept-invitation": { body: (token) => ({ token, password: NEW_PASSWORD, name: "X" }), opensBy: [] },
    "/v1/auth/social/sign-up": { body: (signUpToken) => ({ signUpToken, organisationName: "X" }), opensBy: [] },
  };

  test("as a bearer of the Authorization header, over both edges", async () => {
    for (const [name, secret] of Object.entries(secrets)) {
      const key = secret.replaceAll(" ", "-");
      const isOurs = BEARERS.includes(name);
      const { status } = await world.app.call("GET", "/v1/event-types", { key });
      const mayList = isOurs && name !== "a guest link";
      expect([name, status]).toEqual([name, mayList ? 200 : isOurs ? 403 : 401]);
      const told = await ask(world.app, key, "{ viewer { scopes } }");
      expect([name, told.codes]).toEqual([name, mayList ? [] : isOurs ? ["forbidden"] : ["unauthenticated"]]);
    }
  });

  test.each(Object.keys(PLACES))("in the body of %s", async (path) => {
    const { body, opensBy } = PLACES[path]!;
    for (const [name, secret] of Object.entries(secrets)) {
      if (opensBy.includes(name)) continue;
      const answer = await world.app.call("POST", path, { body: body(secret) });
      expect([name, answer.status]).toEqual([name, answer.status === 422 ? 422 : 401]);
      expect(answer.text).not.toContain(secret);
    }
  });
});

const NEW_PASSWORD = "a new and rather long passphrase";

describe("a credential anywhere but in the Authorization header counts for nothing", () => {
  const names = ["access_token", "token", "key", "api_key", "apiKey", "authorization", "bearer"];

  test.each(names)("as ?%s=, over both edges", async (name) => {
    for (const secret of [secrets["an access token"]!, secrets["an API key"]!]) {
      const rest = await world.app.call("GET", `/v1/members?${name}=${secret}`);
      const graphql = await world.app.call("GET", `/graphql?query={viewer{scopes}}&${name}=${secret}`);
      expect([rest.status, graphql.status]).toEqual([401, 401]);
      for (const { text } of [rest, graphql]) expect(text).not.toContain(secret);
    }
    expect(JSON.stringify(world.app.logged)).not.toContain(secrets["an access token"]);
  });

  test.each(["token", "access_token", "jwt", "session", "hf_session", "Authorization", "__Host-holdfast"])(
    "as the cookie %s: a browser would bring it by itself",
    async (name) => {
      for (const secret of [secrets["an access token"]!, secrets["an API key"]!]) {
        const headers = { Cookie: `${name}=${secret}`, Origin: "https://app.example" };
        expect((await world.app.call("GET", "/v1/members", { headers })).status).toBe(401);
        expect((await ask(world.app, null, "{ viewer { scopes } }", {}, headers)).status).toBe(401);
      }
    },
  );

  test("nor in a body, in the variables of a query, or in another header", async () => {
    const key = secrets["an API key"]!;
    const body = { token: key, authorization: `Bearer ${key}` };
    expect((await world.app.call("POST", "/v1/event-types", { body })).status).toBe(401);
    expect((await ask(world.app, null, "{ viewer { scopes } }", { authorization: key })).status).toBe(401);
    for (const name of ["X-API-Key", "Proxy-Authorization", "X-Authorization", "X-Access-Token", "X-Forwarded-User"])
      expect((await world.app.call("GET", "/v1/members", { headers: { [name]: key } })).status).toBe(401);
  });

  test.each([
    (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    (key: string) => `Basic ${Buffer.from(`x:${key}`).toString("base64")}`,
    (key: string) => key,
    (key: string) => `Token ${key}`,
    (key: string) => `Bearer ${key}, Bearer ${key}`,
    (key: string) => `Bearer nobody ${key}`,
    (key: string) => `Bearer "${key}"`,
    () => "Bearer",
    () => "Bearer null",
    () => "Bearer undefined",
    () => "Bearer ,",
    () => `Bearer ${"A".repeat(10_000)}`,
  ])("nor in another scheme or spelling: %#", async (write) => {
    const Authorization = write(secrets["an API key"]!);
    expect((await world.app.call("GET", "/v1/members", { headers: { Authorization } })).status).toBe(401);
    expect((await ask(world.app, null, "{ viewer { scopes } }", {}, { Authorization })).status).toBe(401);
  });
});

describe("a log-in", () => {
  const logIn = (body: unknown, headers: Record<string, string> = {}) =>
    world.app.call("POST", "/v1/auth/log-in", { body, headers });

  test.each([
    [null],
    [true],
    [0],
    [[]],
    [{}],
    [{ $ne: null }],
    [{ $gt: "" }],
    [["correct horse battery staple"]],
    [""],
    ["\u0000"],
  ])("by a password that is %j is refused, and is no crash", async (password) => {
    const { email } = world.clinic.ownerLogIn;
    expect([401, 422]).toContain((await logIn({ email, password })).status);
    expect([401, 422]).toContain((await logIn({ email: password, password: "x" })).status);
  });

  test.each(["' OR '1'='1", "owner@clinic.example' --", "owner@clinic.example\u0000", "owner@clinic.example%00", "%"])(
    "by the address %j is nobody's",
    async (email) => {
      expect([401, 422]).toContain((await logIn({ ...world.clinic.ownerLogIn, email })).status);
    },
  );

  test("takes one person a request: no list of them, and none by GraphQL, which changes nothing", async () => {
    const { email, password } = world.clinic.ownerLogIn;
    for (const body of [
      [{ email, password }],
      { email: [email], password: [password] },
      { email, password: [password] },
    ])
      expect((await logIn(body)).status).toBe(422);
    const mutation = `mutation { logIn(email: "${email}", password: "${password}") { accessToken } }`;
    const key = world.clinic.owner.key;
    const told = await ask(world.app, key, mutation);
    expect([told.data, told.codes.length]).toEqual([undefined, 1]);
    const batch = await world.app.call("POST", "/graphql", { key, body: Array(1_000).fill({ query: mutation }) });
    expect(JSON.parse(batch.text)).toMatchObject({ errors: [{ extensions: { code: "batch_not_supported" } }] });
  });

  test("is not told by the caller where he is: stuffing from made-up addresses is counted as from one", async () => {
    const app = await startWithRealLimits(world, "192.0.2.1");
    const statuses: number[] = [];
    for (let n = 0; n < 110; n++) {
      const body = { email: `victim-${n}@example.com`, password: "stuffed from a breach" };
      const headers = { ...from(`203.0.113.${n}`), Forwarded: `for=203.0.113.${n}`, "X-Real-IP": `203.0.113.${n}` };
      statuses.push((await app.call("POST", "/v1/auth/log-in", { body, headers })).status);
    }
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect(statuses).not.toContain(200);
  });
});

test("a password and an address are not changed by who holds a token and knows no password", async () => {
  const accessToken = await sessionOfSomebody();
  for (const body of [
    { newPassword: NEW_PASSWORD },
    { currentPassword: "", newPassword: NEW_PASSWORD },
    { currentPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD },
  ])
    expect([401, 422]).toContain(
      (await world.app.call(OPERATIONS.changePassword.method, "/v1/me/password", { key: accessToken, body })).status,
    );
  for (const body of [{ email: "mine@evil.example" }, { password: NEW_PASSWORD }, { passwordHash: "x" }])
    expect((await world.app.call("PATCH", "/v1/me", { key: accessToken, body })).status).toBe(422);
});

async function sessionOfSomebody(): Promise<string> {
  const logIn = await addLogIn(world, await world.clinic.addPerson("admin"));
  return (await logIn()).accessToken;
}

describe("a token that is mailed", () => {
  test("cannot be guessed: 256 bits that have nothing to do with the last one, the person or the time", async () => {
    const { app, clock, sql, clinic } = world;
    const [owner] = await sql<{ id: string; email: string }>(`SELECT id, email FROM "user" WHERE email = $1`, [
      clinic.ownerLogIn.email,
    ]);
    const tokens: string[] = [];
    for (let n = 0; n < 20; n++) tokens.push(await createOneTimeToken({ db: app.db, clock }, owner!, "password_reset"));
    const bytes = tokens.map((token) => Buffer.from(token.replace("hf_ot_", ""), "base64url"));
    expect(bytes.every(({ length }) => length === 32)).toBe(true);
    for (let at = 0; at < 32; at++) expect(new Set(bytes.map((each) => each[at])).size).toBeGreaterThan(10);
  });

  test("does not log in whoever resets: the second factor is asked for as before", async () => {
    const factors = await createFactorFixture(world);
    await factors.addTotp();
    const { app, clock, sql, clinic } = world;
    const [owner] = await sql<{ id: string; email: string }>(`SELECT id, email FROM "user" WHERE email = $1`, [
      clinic.ownerLogIn.email,
    ]);
    const token = await createOneTimeToken({ db: app.db, clock }, owner!, "password_reset");
    const reset = await app.call("POST", "/v1/auth/reset-password", { body: { token, password: NEW_PASSWORD } });
    expect(reset.text).not.toMatch(/accessToken|refreshToken/);
    const logIn = { email: clinic.ownerLogIn.email, password: NEW_PASSWORD };
    expect((await app.call("POST", "/v1/auth/log-in", { body: logIn })).body.code).toBe("second_factor_required");
  });
});
