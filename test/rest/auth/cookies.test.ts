import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { PLAIN_COOKIES } from "../../../src/http/session-cookies.ts";
import { createBrowser, type Browser } from "../../support/cookie-browser.ts";
import { APP_ORIGIN, type Answer } from "../../support/rest-app.ts";
import { comeBack } from "../../support/identity-providers/local-flow.ts";
import { createMailbox, type Mailbox } from "../../support/mailbox.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { createFactorFixture } from "../../support/second-factors.ts";

/** A session in the cookies of a browser, and what pages of strangers can make of it (RFC 6265bis, OWASP CSRF). */

const ACCESS = "__Host-hf_access";
const REFRESH = "__Secure-hf_refresh";
const STRANGER = "https://evil.example";

let world: RestWorld;
let browser: Browser;
let mailbox: Mailbox;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
});

afterAll(() => world.close());

beforeEach(async () => {
  browser = await logIn();
});

async function logIn(clinic = world.clinic): Promise<Browser> {
  const fresh = createBrowser(world.app);
  await logInWith(fresh, clinic);
  return fresh;
}

async function logInWith(used: Browser, clinic = world.clinic): Promise<Answer> {
  const body = { ...clinic.ownerLogIn, transport: "cookie" };
  const answer = await used.call("POST", "/v1/auth/log-in", { body });
  expect(answer.status).toBe(200);
  return answer;
}

const rename = (page: Browser, headers: Record<string, string> = {}) =>
  page.call("PATCH", "/v1/me", { body: { weekStart: "monday" }, headers });
const refresh = (page: Browser, headers?: Record<string, string>) =>
  page.call("POST", "/v1/auth/refresh", { body: { transport: "cookie" }, headers });
const codeOf = ({ status, body }: Answer) => [status, body.code];

describe("a log-in by cookie", () => {
  test("has its tokens in two cookies that no script reads, and not in its body", async () => {
    const { body, headers, text } = await logInWith(browser);
    expect(browser.told).toEqual([
      expect.stringMatching(
        /^__Host-hf_access=eyJ[^;]+; Max-Age=900; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      ),
      expect.stringMatching(
        /^__Secure-hf_refresh=hf_rt_[^;]+; Max-Age=2592000; Path=\/v1\/auth; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    for (const name of ["accessToken", "refreshToken", "tokenType"]) expect(body).not.toHaveProperty(name);
    for (const token of browser.cookies.values()) expect(text).not.toContain(token);
    expect(body.csrfToken).toMatch(/^[\w-]{43}$/);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("without a transport has them in its body, and sets no cookie", async () => {
    const { body, headers } = await browser.call("POST", "/v1/auth/log-in", { body: world.clinic.ownerLogIn });
    expect([typeof body.accessToken, typeof body.refreshToken, body.csrfToken]).toEqual([
      "string",
      "string",
      undefined,
    ]);
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test("opens a new session where there are cookies of another one already (fixation)", async () => {
    const before = new Map(browser.cookies);
    const { body } = await logInWith(browser);
    const { body: again } = await logInWith(browser);
    expect(again.session.id).not.toBe(body.session.id);
    expect(again.csrfToken).not.toBe(body.csrfToken);
    for (const name of [ACCESS, REFRESH]) expect(browser.cookies.get(name)).not.toBe(before.get(name));
  });

  test("on a developer's own machine, without https, has cookies without prefix and without Secure", async () => {
    const twin = await world.startTwin({ cookies: PLAIN_COOKIES });
    const local = createBrowser(twin);
    await logInWith(local);
    expect([...local.cookies.keys()]).toEqual(["hf_access", "hf_refresh"]);
    expect(local.told.join()).not.toContain("Secure");
    expect((await rename(local, local.csrf())).status).toBe(200);
  });

  test.each([STRANGER, "null"])("from %s is none: a stranger logs nobody in as himself", async (Origin) => {
    const body = { ...world.clinic.ownerLogIn, transport: "cookie" };
    const answer = await world.app.call("POST", "/v1/auth/log-in", { body, headers: { Origin } });
    expect([...codeOf(answer), answer.headers["set-cookie"]]).toEqual([403, "origin_not_allowed", undefined]);
  });
});

describe("whatever else opens a session sets the same cookies:", () => {
  const password = "eleven quiet orchards";
  const newcomer = { password, name: "Ada Byron" };

  async function opensBy(path: string, body: object, within = (answer: Answer) => answer.body): Promise<void> {
    const fresh = createBrowser(world.app);
    const answer = await fresh.call("POST", path, { body: { ...body, transport: "cookie" } });
    expect(answer.status).toBe(200);
    expect(Object.keys(within(answer))).not.toContain("accessToken");
    expect([...fresh.cookies.keys()]).toEqual([ACCESS, REFRESH]);
    expect((await rename(fresh, fresh.csrf())).status).toBe(200);
    expect((await refresh(fresh)).status).toBe(200);
  }

  test("a sign-up", async () => {
    const body = { ...newcomer, email: "ada@example.com", organisationName: "Analytical Clinic" };
    await world.app.call("POST", "/v1/auth/sign-up", { body });
    await opensBy("/v1/auth/complete-sign-up", { token: await mailbox.tokenTo("ada@example.com"), password });
  });

  test("an invitation of somebody new; one of somebody known sets none", async () => {
    const invite = async (email: string) => {
      await world.call("POST", "/v1/invitations", { body: { email, role: "member" } });
      return mailbox.tokenTo(email);
    };
    const token = await invite("new@example.com");
    await opensBy("/v1/auth/accept-invitation", { token, ...newcomer }, ({ body }) => body.loggedIn!);
    const { email } = world.stranger.ownerLogIn;
    const known = { token: await invite(email), transport: "cookie" };
    const { body, headers } = await world.app.call("POST", "/v1/auth/accept-invitation", { body: known });
    expect([body.loggedIn, headers["set-cookie"]]).toEqual([null, undefined]);
  });

  test("a second factor, of which one is taken and not two", async () => {
    const factors = await createFactorFixture(world);
    const challengeToken = await factors.challenge();
    const recoveryCode = await factors.addRecoveryCode();
    const two = { challengeToken, recoveryCode, code: "123456" };
    for (const body of [two, { ...two, transport: "cookie" }, { challengeToken, transport: "cookie" }])
      expect((await browser.call("POST", "/v1/auth/second-factor", { body })).status).toBe(422);
    await opensBy("/v1/auth/second-factor", { challengeToken, recoveryCode });
    await factors.remove();
  });

  test("a passkey", async () => {
    const factors = await createFactorFixture(world);
    const { phone } = await factors.addPasskey();
    await opensBy("/v1/auth/log-in-with-passkey", { response: phone.get(await factors.passkeyChallenge()) });
    await factors.remove();
  });

  test("a provider, for somebody new and for somebody known", async () => {
    const person = { email: "grace.hopper@example.com" };
    const finish = "/v1/auth/social/local/finish";
    const { body } = await world.app.call("POST", finish, { body: await comeBack(world.app, person) });
    const { signUpToken } = body;
    await opensBy("/v1/auth/social/sign-up", { signUpToken, organisationName: "Navy", name: "Grace Hopper" });
    await opensBy(finish, await comeBack(world.app, person));
  });
});

describe("a request by cookie", () => {
  test("reads with the cookie alone, and is told its CSRF token anew, which nobody keeps", async () => {
    const { status, body, headers } = await browser.call("GET", "/v1/me");
    expect([status, body.csrfToken]).toEqual([200, browser.csrf()["X-CSRF-Token"]]);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers.vary).toContain("Cookie");
  });

  test("is told no CSRF token where it came by a header", async () => {
    const { accessToken } = await world.logIn();
    expect((await world.call("GET", "/v1/me", { key: accessToken })).body.csrfToken).toBeUndefined();
  });

  test("changes something with its CSRF token, from a page of the app", async () => {
    expect((await rename(browser, browser.csrf())).status).toBe(200);
  });

  test("may say by Sec-Fetch-Site where it comes from, when the browser sends no Origin", async () => {
    const headers = { ...cookieOf(browser), ...browser.csrf(), "Sec-Fetch-Site": "same-origin" };
    const answer = await world.app.call("PATCH", "/v1/me", { body: { weekStart: "monday" }, headers });
    expect(answer.status).toBe(200);
  });

  test("commands and replays like any other, and no cookie is kept with the answer", async () => {
    const headers = { ...browser.csrf(), "Idempotency-Key": "cookie-1" };
    const first = await browser.call("POST", "/v1/sessions/end-others", { headers });
    const again = await browser.call("POST", "/v1/sessions/end-others", { headers });
    expect([first.status, again.status, again.headers["idempotency-replayed"]]).toEqual([200, 200, "true"]);
    const kept = JSON.stringify(await world.sql("SELECT headers, body FROM idempotency_key"));
    expect(kept.toLowerCase()).not.toContain("cookie");
  });

  test("asks GraphQL, by POST with the token and by GET without", async () => {
    const query = "{ viewer { member { id } } }";
    const posted = await browser.call("POST", "/graphql", { body: { query }, headers: browser.csrf() });
    const got = await browser.call("GET", `/graphql?query=${encodeURIComponent(query)}`);
    for (const { status, text } of [posted, got]) {
      expect(status).toBe(200);
      expect(text).toContain(world.clinic.owner.memberId);
    }
  });
});

describe("a forged request", () => {
  test.each([
    ["without a token", () => ({})],
    ["with an empty token", () => ({ "X-CSRF-Token": "" })],
    ["with half of the token", (own: string) => ({ "X-CSRF-Token": own.slice(0, 20) })],
    ["from a stranger's page, with the right token", (own: string) => ({ "X-CSRF-Token": own, Origin: STRANGER })],
    ["from a sandboxed frame", (own: string) => ({ "X-CSRF-Token": own, Origin: "null" })],
    ["from the app's name over http", (own: string) => ({ "X-CSRF-Token": own, Origin: "http://app.example" })],
    [
      "from a name that begins like the app's",
      (own: string) => ({ "X-CSRF-Token": own, Origin: `${APP_ORIGIN}.evil` }),
    ],
  ])("%s is refused, and does nothing", async (_, headersOf) => {
    const own = browser.csrf()["X-CSRF-Token"]!;
    await world.sql(`UPDATE "user" SET week_start = 'sunday'`);
    const answer = await rename(browser, headersOf(own));
    expect(codeOf(answer)).toEqual([403, "csrf_token_invalid"]);
    expect(await world.sql(`SELECT DISTINCT week_start FROM "user"`)).toEqual([{ week_start: "sunday" }]);
  });

  test("with another session's token is refused, the same person's too", async () => {
    for (const other of [await logIn(), await logIn(world.stranger)])
      expect(codeOf(await rename(browser, other.csrf()))).toEqual([403, "csrf_token_invalid"]);
  });

  test.each(["same-site", "cross-site", "none"])(
    "without an Origin, and Sec-Fetch-Site: %s, is refused",
    async (site) => {
      const headers = { ...cookieOf(browser), ...browser.csrf(), "Sec-Fetch-Site": site };
      const answer = await world.app.call("PATCH", "/v1/me", { body: { weekStart: "monday" }, headers });
      expect(codeOf(answer)).toEqual([403, "csrf_token_invalid"]);
    },
  );

  test.each([
    ["application/x-www-form-urlencoded", "weekStart=monday"],
    ["text/plain", '{"weekStart":"monday","x":"="}'],
    ["multipart/form-data; boundary=x", "--x--"],
  ])("by a form of %s is refused before its body is read", async (type, body) => {
    for (const [path, Origin] of [
      ["/v1/sessions/end-others", STRANGER],
      ["/v1/auth/log-out", STRANGER],
      ["/v1/auth/log-out", "null"],
      ["/graphql", STRANGER],
    ] as const) {
      const answer = await browser.call("POST", path, { body, headers: { Origin, "Content-Type": type } });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("csrf_token_invalid");
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
    expect((await browser.call("GET", "/v1/me")).status).toBe(200);
  });

  test("is audited", async () => {
    await rename(browser, { Origin: STRANGER, "X-Request-Id": "forged" });
    const lines = () => world.sql("SELECT action FROM audit_entry WHERE request_id = 'forged' AND outcome = 'refused'");
    for (let tries = 0; tries < 100 && (await lines()).length === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await lines()).toEqual([{ action: "updateMe" }]);
  });

  test("over GraphQL is refused: by POST without the token, and by GET from another site", async () => {
    const body = { query: "{ viewer { member { id } } }" };
    const path = `/graphql?query=${encodeURIComponent(body.query)}`;
    const posted = await browser.call("POST", "/graphql", { body });
    expect([posted.status, posted.text.includes("csrf_token_invalid")]).toEqual([403, true]);
    const foreign = await browser.call("GET", path, { headers: { Origin: STRANGER } });
    const embedded = await world.app.call("GET", path, {
      headers: { ...cookieOf(browser), "Sec-Fetch-Site": "cross-site" },
    });
    for (const { text, headers } of [foreign, embedded]) {
      expect(text).toContain("origin_not_allowed");
      expect(text).not.toContain(world.clinic.owner.memberId);
      expect(headers["access-control-allow-credentials"]).toBeUndefined();
    }
  });

  test("that only reads is answered to no foreign page, be it one that some publishable key is for", async () => {
    const SHOP = "https://shop.example";
    await world.clinic.addKey({ kind: "publishable", allowedOrigins: [SHOP] });
    for (const Origin of [STRANGER, SHOP]) {
      const answer = await browser.call("GET", "/v1/me", { headers: { Origin } });
      expect(codeOf(answer)).toEqual([403, "origin_not_allowed"]);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    }
  });
});

describe("a cookie", () => {
  test("that comes twice is taken in neither form: one may be another host's (cookie tossing)", async () => {
    const other = await logIn(world.stranger);
    const Cookie = `${ACCESS}=${other.cookies.get(ACCESS)!}; ${ACCESS}=${browser.cookies.get(ACCESS)!}`;
    expect(codeOf(await browser.call("GET", "/v1/me", { headers: { Cookie } }))).toEqual([400, "malformed_request"]);
    const twice = `${REFRESH}=${other.cookies.get(REFRESH)!}; ${REFRESH}=${browser.cookies.get(REFRESH)!}`;
    expect(codeOf(await refresh(browser, { Cookie: twice }))).toEqual([400, "malformed_request"]);
    expect((await refresh(browser)).status).toBe(200);
  });

  test("without the prefix is none of ours, where there is https", async () => {
    const Cookie = `hf_access=${browser.cookies.get(ACCESS)!}; x${ACCESS}=${browser.cookies.get(ACCESS)!}`;
    expect(codeOf(await browser.call("GET", "/v1/me", { headers: { Cookie } }))).toEqual([401, "unauthenticated"]);
  });

  test("holds access tokens and nothing else: no API key, no refresh token", async () => {
    for (const token of [world.clinic.owner.key, world.clinic.publishableKey, browser.cookies.get(REFRESH)!]) {
      const answer = await browser.call("GET", "/v1/event-types", { headers: { Cookie: `${ACCESS}=${token}` } });
      expect(codeOf(answer)).toEqual([401, "unauthenticated"]);
    }
  });

  test("is not looked at beside an Authorization header, right or wrong", async () => {
    const { key } = world.stranger.owner;
    const asStranger = await browser.call("GET", "/v1/event-types", { key });
    expect([asStranger.status, asStranger.body.data]).toEqual([200, []]);
    const body = { weekStart: "monday" };
    const { accessToken } = await world.logIn();
    expect((await browser.call("PATCH", "/v1/me", { key: accessToken, body })).status).toBe(200);
    for (const Authorization of ["Bearer nonsense", "Basic YTpi", ""]) {
      const answer = await browser.call("GET", "/v1/me", { headers: { Authorization } });
      expect(codeOf(answer)).toEqual([401, "unauthenticated"]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  test("whose token has expired asks for a refresh, as a header does", async () => {
    world.clock.advance(900_000);
    expect(codeOf(await browser.call("GET", "/v1/me"))).toEqual([401, "token_expired"]);
    expect(browser.told).toEqual([]);
    expect((await refresh(browser)).status).toBe(200);
    expect((await browser.call("GET", "/v1/me")).status).toBe(200);
  });
});

describe("a refresh by cookie", () => {
  test("sets the next pair, tells the CSRF token of the session, and needs none", async () => {
    const before = new Map(browser.cookies);
    const { status, body, headers } = await refresh(browser);
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(body).not.toHaveProperty("refreshToken");
    expect(body.csrfToken).toBe(browser.csrf()["X-CSRF-Token"]);
    expect(browser.cookies.get(REFRESH)).not.toBe(before.get(REFRESH));
    expect((await rename(browser, browser.csrf())).status).toBe(200);
  });

  test("whose answer was lost is answered by the same next token within 30 seconds", async () => {
    const Cookie = `${REFRESH}=${browser.cookies.get(REFRESH)!}`;
    await refresh(browser);
    const next = browser.cookies.get(REFRESH);
    world.clock.advance(30_000);
    expect((await refresh(browser, { Cookie })).status).toBe(200);
    expect(browser.cookies.get(REFRESH)).toBe(next);
  });

  test("of a token that was used long ago ends the session and clears the cookies", async () => {
    const Cookie = `${REFRESH}=${browser.cookies.get(REFRESH)!}`;
    await refresh(browser);
    const access = browser.cookies.get(ACCESS)!;
    world.clock.advance(30_001);
    expect(codeOf(await refresh(browser, { Cookie }))).toEqual([401, "invalid_refresh_token"]);
    expect(browser.cookies.size).toBe(0);
    const late = await browser.call("GET", "/v1/me", { headers: { Cookie: `${ACCESS}=${access}` } });
    expect(late.status).toBe(401);
  });

  test("16 at once, as by the tabs of a browser, leave one token to go on with", async () => {
    const headers = { ...cookieOf(browser), Origin: APP_ORIGIN };
    const body = { transport: "cookie" };
    const call = () => world.app.call("POST", "/v1/auth/refresh", { body, headers });
    const answers = await Promise.all(Array.from({ length: 16 }, call));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const next = answers.map(({ headers: told }) => /hf_refresh=([^;]+)/.exec(told["set-cookie"]!)![1]);
    expect(new Set(next).size).toBe(1);
  });

  test.each([STRANGER, "null", undefined])("from %s does nothing: the token is still good", async (Origin) => {
    const headers = { ...cookieOf(browser), ...(Origin === undefined ? {} : { Origin }) };
    const answer = await world.app.call("POST", "/v1/auth/refresh", { body: { transport: "cookie" }, headers });
    expect(answer.status).toBe(403);
    world.clock.advance(60_000);
    expect((await refresh(browser)).status).toBe(200);
  });

  test("without a cookie is 401, and takes a token by one way only", async () => {
    const stranger = createBrowser(world.app);
    expect(codeOf(await refresh(stranger))).toEqual([401, "invalid_refresh_token"]);
    const refreshToken = browser.cookies.get(REFRESH)!;
    for (const body of [{ transport: "cookie", refreshToken }, {}, { transport: "token" }]) {
      const { status, body: problem } = await browser.call("POST", "/v1/auth/refresh", { body });
      expect([status, problem.errors[0]!.pointer]).toEqual([422, "/refreshToken"]);
    }
    expect((await refresh(browser)).status).toBe(200);
  });
});

describe("the cookies go", () => {
  const isForgotten = () => {
    expect(browser.told).toHaveLength(2);
    expect(browser.told.join()).toMatch(/hf_access=; Path=\/; Expires=Thu, 01 Jan 1970.*Path=\/v1\/auth/);
    expect(browser.cookies.size).toBe(0);
  };

  test("with a log-out, and the session with them", async () => {
    const kept = cookieOf(browser);
    expect((await browser.call("POST", "/v1/auth/log-out", { headers: browser.csrf() })).status).toBe(204);
    isForgotten();
    expect((await browser.call("GET", "/v1/me", { headers: kept })).status).toBe(401);
    isForgotten();
  });

  test("when one ends the very session, and stay when one ends another", async () => {
    const { id: other } = (await world.logIn()).session;
    await browser.call("DELETE", `/v1/sessions/${other}`, { headers: browser.csrf() });
    expect(browser.told).toEqual([]);
    const { id: own } = (await refresh(browser)).body.session;
    expect((await browser.call("DELETE", `/v1/sessions/${own}`, { headers: browser.csrf() })).status).toBe(204);
    isForgotten();
  });

  test("with the first request after the session has ended elsewhere", async () => {
    const { accessToken } = await world.logIn();
    await world.call("POST", "/v1/sessions/end-others", { key: accessToken });
    expect((await browser.call("GET", "/v1/me")).status).toBe(401);
    isForgotten();
  });

  test("with a new password, which ends every session", async () => {
    const { email, password } = world.stranger.ownerLogIn;
    browser = await logIn(world.stranger);
    await browser.call("POST", "/v1/auth/request-password-reset", { body: { email } });
    const body = { token: await mailbox.tokenTo(email), password };
    expect((await browser.call("POST", "/v1/auth/reset-password", { body })).status).toBe(204);
    isForgotten();
  });

  test("not by a log-out of another session, whose token came in a header", async () => {
    const { accessToken } = await world.logIn();
    expect((await browser.call("POST", "/v1/auth/log-out", { key: accessToken })).status).toBe(204);
    expect(browser.told).toEqual([]);
    expect((await browser.call("GET", "/v1/me")).status).toBe(200);
  });

  test("not when a path is asked that only the refresh cookie comes with", async () => {
    const Cookie = `${REFRESH}=${browser.cookies.get(REFRESH)!}`;
    const answer = await browser.call("POST", "/v1/auth/log-out", { headers: { Cookie, ...browser.csrf() } });
    expect(codeOf(answer)).toEqual([401, "unauthenticated"]);
    expect(browser.told).toEqual([]);
  });
});

test("neither token nor cookie stands in a log line", async () => {
  await rename(browser, browser.csrf());
  await rename(browser, { Origin: STRANGER });
  const lines = JSON.stringify(world.app.logged);
  for (const secret of [...browser.cookies.values(), browser.csrf()["X-CSRF-Token"]!])
    expect(lines).not.toContain(secret);
});

function cookieOf({ cookies }: Browser): { Cookie: string } {
  return { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
}
