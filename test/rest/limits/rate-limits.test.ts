import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { sendOutgoingMail } from "../../../src/domain/mail/send-outgoing-mail.ts";
import type { MailMessage } from "../../../src/domain/ports/mailer.ts";
import { STANDARD_FIGURES, toPlan, type PlanFigures } from "../../../src/domain/plan/plan.ts";
import { toGuardPolicies, type GuardName } from "../../../src/rest/limits/guards.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createListLog } from "../../support/list-log.ts";
import { createListMailer } from "../../support/mailbox.ts";
import { TEST_SEALER, type Answer, type RestApp } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterAll(() => world.close());

/** A process that counts for itself, whose callers come by a proxy that says where from. */
function startApp(figures: Partial<PlanFigures>, guards: Partial<Record<GuardName, number>> = {}): Promise<RestApp> {
  const plan = toPlan("standard", { ...STANDARD_FIGURES, ...figures });
  const limiter = createInProcessRateLimiter({ clock: world.clock });
  const limits = { limiter, plans: new Map([[plan.name, plan]]), guards: toGuardPolicies(guards) };
  return world.startTwin({ limits, trustProxy: "loopback" });
}

const from = (address: string) => ({ "X-Forwarded-For": address });

function expectRefused(answer: Answer, retryAfterSeconds: number): void {
  expect(answer.status).toBe(429);
  expect(answer.headers["retry-after"]).toBe(String(retryAfterSeconds));
  expect(answer.body).toMatchObject({ code: "rate_limited", retryable: true, retryAfterSeconds, errors: [] });
}

describe("a plan", () => {
  test("is told with every answer: what each budget holds, what is left of it, and when there is more", async () => {
    const app = await startApp({ requestsPerMinute: 600, requestsPerHour: 12_000, requestsPerDay: 100_000 });
    const { key } = world.clinic.owner;
    const { headers } = await app.call("GET", "/v1/members", { key });
    expect(headers["ratelimit-policy"]).toBe('"minute";q=600;w=60, "hour";q=12000;w=3600, "day";q=100000;w=86400');
    expect(headers["ratelimit"]).toBe('"minute";r=599;t=1, "hour";r=11999;t=1, "day";r=99999;t=1');
    const problem = await app.call("GET", "/v1/bookings/bkg_nobody", { key });
    expect([problem.status, problem.headers["ratelimit"]]).toEqual([
      404,
      '"minute";r=598;t=1, "hour";r=11998;t=1, "day";r=99998;t=1',
    ]);
  });

  test("refuses what is above it with the time to wait, and lets through who has waited", async () => {
    const app = await startApp({ requestsPerMinute: 3 });
    const { key } = await world.clinic.addKey({});
    const ask = () => app.call("GET", "/v1/members", { key });
    for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(200);
    expectRefused(await ask(), 20);
    expect((await ask()).headers["ratelimit"]).toMatch(/^"minute";r=0;t=20, "hour";r=35997/);
    world.clock.advance(20_000);
    expect((await ask()).status).toBe(200);
  });

  test("belongs to a key by itself, and to a person over all his sessions", async () => {
    const app = await startApp({ requestsPerHour: 2 });
    const [one, two] = [await world.clinic.addKey({}), await world.clinic.addKey({})];
    const [phone, laptop] = [await world.logIn("phone"), await world.logIn("laptop")];
    const ask = async (key: string) => (await app.call("GET", "/v1/members", { key })).status;
    expect([await ask(one.key), await ask(one.key), await ask(one.key), await ask(two.key)]).toEqual([
      200, 200, 429, 200,
    ]);
    expect([await ask(phone.accessToken), await ask(laptop.accessToken)]).toEqual([200, 200]);
    expect([await ask(phone.accessToken), await ask(laptop.accessToken)]).toEqual([429, 429]);
  });

  test("counts a request that is refused for its form, and none that has no credential", async () => {
    const app = await startApp({ requestsPerDay: 1 });
    const { key } = await world.clinic.addKey({});
    expect((await app.call("POST", "/v1/bookings", { body: {} })).status).toBe(401);
    expect((await app.call("POST", "/v1/bookings", { key, body: {} })).status).toBe(422);
    expect((await app.call("POST", "/v1/bookings", { key, body: {} })).status).toBe(429);
  });

  test("is the organisation's own where it has one, a minute after it was given at the latest", async () => {
    const plans = new Map([
      ["standard", toPlan("standard", STANDARD_FIGURES)],
      ["tiny", toPlan("tiny", { ...STANDARD_FIGURES, requestsPerMinute: 1, graphqlPointsPerMinute: 5 })],
    ]);
    const limiter = createInProcessRateLimiter({ clock: world.clock });
    const app = await world.startTwin({ limits: { limiter, plans, guards: toGuardPolicies() } });
    const { key } = await world.stranger.addKey({});
    const ask = async () => (await app.call("GET", "/v1/members", { key })).headers["ratelimit-policy"];
    expect(await ask()).toMatch(/^"minute";q=1200;/);
    await world.sql("UPDATE organisation SET plan = 'tiny' WHERE id = $1", [world.stranger.organisationId]);
    world.clock.advance(60_000);
    expect(await ask()).toMatch(/^"minute";q=1;/);
    const query = { query: "{ viewer { organisation { name } } }" };
    const { headers } = await app.call("POST", "/graphql", { key, body: query });
    expect(headers["ratelimit-policy"]).toBe('"graphql-points";q=5;qu="points";w=60');
    await world.sql("UPDATE organisation SET plan = 'gone' WHERE id = $1", [world.stranger.organisationId]);
    world.clock.advance(60_000);
    expect(await ask()).toMatch(/^"minute";q=1200;/);
  });

  test("does not count probes", async () => {
    const app = await startApp({}, { anonymous: 1 });
    for (let i = 0; i < 3; i++) expect((await app.call("GET", "/livez")).status).toBe(200);
    expect((await app.call("GET", "/openapi.json")).headers).not.toHaveProperty("ratelimit");
  });
});

describe("a publishable key", () => {
  const DAY = "from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC";
  const availability = (app: RestApp, address: string, key = world.clinic.publishableKey) =>
    app.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${DAY}`, { key, headers: from(address) });

  test("gives each visitor a budget of his own, so that one does not keep out the others", async () => {
    const app = await startApp({}, { "visitor-availability": 2 });
    const statuses = async (address: string) => [
      (await availability(app, address)).status,
      (await availability(app, address)).status,
      (await availability(app, address)).status,
    ];
    expect(await statuses("192.0.2.1")).toEqual([200, 200, 429]);
    expect(await statuses("192.0.2.2")).toEqual([200, 200, 429]);
    expect(await statuses("2001:db8:0:1::1")).toEqual([200, 200, 429]);
    expect((await availability(app, "2001:db8:0:1:ffff::2")).status).toBe(429);
    expect((await availability(app, "192.0.2.1", world.clinic.owner.key)).status).toBe(200);
  });

  test("lets a visitor book so often and no more; what is refused takes nothing of the key's own budget", async () => {
    const app = await startApp({ requestsPerDay: 5 }, { "visitor-bookings": 1 });
    const { key } = await world.clinic.addKey({ kind: "publishable" });
    const book = (startsAt: string) =>
      app.call("POST", "/v1/bookings", {
        key,
        headers: from("192.0.2.1"),
        body: bookingRequest(eventTypeId, startsAt),
      });
    expect((await book("2026-12-01T09:00:00Z")).status).toBe(201);
    const refused = await book("2026-12-01T10:00:00Z");
    expectRefused(refused, 60);
    expect(refused.headers["ratelimit"]).toMatch(/"day";r=49(;t=\d+)?, "visitor-bookings";r=0;t=60, "public-bookings"/);
  });
});

describe("keys and tokens that are none", () => {
  const wrong = (n: number) => [`hf_live_sk_${n}`, `a.b.${n}`, "hf_guest_nobody"][n % 3]!;
  const ask = (app: RestApp, key: string | null, address: string) => [
    app.call("GET", "/v1/members", { key, headers: from(address) }),
    app.call("POST", "/graphql", { key, body: { query: "{ __typename }" }, headers: from(address) }),
  ];

  test("are counted by address over both edges together, and then neither looked at nor told from others", async () => {
    const app = await startApp({}, { "wrong-credential": 6 });
    for (let n = 0; n < 3; n++)
      for (const asked of ask(app, wrong(n), "192.0.2.8")) expect((await asked).status).toBe(401);
    for (const asked of ask(app, wrong(4), "192.0.2.8")) {
      const { status, headers, text } = await asked;
      expect([status, headers["retry-after"]]).toEqual([429, "150"]);
      expect(headers.ratelimit).toMatch(/^"wrong-credential";r=0/);
      expect(text).toContain('"rate_limited"');
    }
    for (const asked of ask(app, wrong(5), "192.0.2.9")) expect((await asked).status).toBe(401);
  });

  test("keep nobody out who comes with a right one from the same address, nor cost him anything", async () => {
    const app = await startApp({}, { "wrong-credential": 1 });
    for (let n = 0; n < 4; n++) await ask(app, wrong(n), "192.0.2.8")[0];
    for (const asked of ask(app, world.clinic.owner.key, "192.0.2.8")) expect((await asked).status).toBe(200);
  });

  test("are no requests without any, and no tokens that have only expired", async () => {
    const app = await startApp({}, { "wrong-credential": 1 });
    const { accessToken } = await world.logIn();
    world.clock.advance(16 * 60_000);
    for (let n = 0; n < 3; n++) {
      for (const asked of ask(app, null, "192.0.2.8")) expect((await asked).status).toBe(401);
      for (const asked of ask(app, accessToken, "192.0.2.8")) expect((await asked).status).toBe(401);
    }
  });
});

describe("a booking of a page that is asked for again by its key", () => {
  test("costs nothing of what bookings are counted in: the phone had lost the answer", async () => {
    const app = await startApp({}, { "visitor-bookings": 2, "invited-bookings": 2, "public-bookings": 2 });
    const { key } = await world.clinic.addKey({ kind: "publishable" });
    const book = (startsAt: string, once: string) =>
      app.call("POST", "/v1/bookings", {
        key,
        headers: { ...from("192.0.2.7"), "Idempotency-Key": once },
        body: bookingRequest(eventTypeId, startsAt, { attendee: { name: "A", email: "replayed@example.com" } }),
      });
    expect((await book("2026-12-04T09:00:00Z", "lost")).status).toBe(201);
    for (let n = 0; n < 5; n++) {
      const again = await book("2026-12-04T09:00:00Z", "lost");
      expect([again.status, again.headers["idempotency-replayed"]]).toEqual([201, "true"]);
    }
    expect((await book("2026-12-04T10:00:00Z", "second")).status).toBe(201);
    expect((await book("2026-12-04T11:00:00Z", "third")).status).toBe(429);
  });
});

describe("a log-in", () => {
  const logIn = (app: RestApp, email: string, password: string, address = "192.0.2.1") =>
    app.call("POST", "/v1/auth/log-in", { body: { email, password }, headers: from(address) });

  test("100 wrong passwords: 20 are looked at, the others are refused with the time to wait", async () => {
    const app = await startApp({});
    const { email } = world.clinic.ownerLogIn;
    const answers: Answer[] = [];
    for (let i = 0; i < 100; i++) answers.push(await logIn(app, email, "not the password"));
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array<number>(20).fill(401),
      ...Array<number>(80).fill(429),
    ]);
    expectRefused(answers[20]!, 45);
    expect((await logIn(app, "another@example.com", "not the password")).status).toBe(401);
  });

  test("that succeeds costs nothing of what failures are counted in", async () => {
    const app = await startApp({}, { "log-in-device": 2, "log-in-account": 2, "log-in-address": 2 });
    const { email, password } = world.clinic.ownerLogIn;
    for (let i = 0; i < 5; i++) expect((await logIn(app, email, password)).status).toBe(200);
    expect((await logIn(app, email, "")).status).toBe(422);
    expect((await logIn(app, email, "wrong")).status).toBe(401);
    expect((await logIn(app, email, "wrong")).status).toBe(401);
    expect((await logIn(app, email, "wrong")).status).toBe(429);
  });

  test("a known and an unknown address are refused alike, at the same attempt", async () => {
    const app = await startApp({}, { "log-in-device": 3 });
    const attempts = async (email: string) => {
      const seen = [];
      for (let i = 0; i < 5; i++) {
        const { status, headers, body } = await logIn(app, email, "not the password");
        seen.push([status, headers["ratelimit"]?.replace(/"(anonymous|log-in-address)";[^,]*, /g, ""), body.detail]);
      }
      return seen;
    };
    expect(await attempts(world.clinic.ownerLogIn.email)).toEqual(await attempts("nobody@example.com"));
  });

  test("one address that tries many accounts is refused, whatever the account", async () => {
    const app = await startApp({}, { "log-in-address": 5 });
    for (let i = 0; i < 5; i++) expect((await logIn(app, `somebody-${i}@example.com`, "guess")).status).toBe(401);
    expect((await logIn(app, "somebody-5@example.com", "guess")).status).toBe(429);
    expect((await logIn(app, "somebody-5@example.com", "guess", "192.0.2.2")).status).toBe(401);
  });

  test("an account that is attacked from everywhere keeps strangers out, and lets its owner in after a reset or where he is known", async () => {
    const app = await startApp({}, { "log-in-account": 6 });
    const { email, password: old } = world.stranger.ownerLogIn;
    expect((await logIn(app, email, old, "198.51.100.1")).status).toBe(200);
    for (let i = 1; i <= 6; i++) expect((await logIn(app, email, "guess", `203.0.113.${i}`)).status).toBe(401);
    expectRefused(await logIn(app, email, "guess", "203.0.113.7"), 600);
    expectRefused(await logIn(app, email, old, "192.0.2.50"), 600);
    expect((await logIn(app, email, old, "198.51.100.1")).status).toBe(200);

    const token = await mailedToken(app, email);
    const password = "a password that is new";
    const reset = await app.call("POST", "/v1/auth/reset-password", {
      body: { token, password },
      headers: from("192.0.2.50"),
    });
    expect(reset.status).toBe(204);
    expect((await logIn(app, email, password, "192.0.2.50")).status).toBe(200);
    expect((await logIn(app, email, "guess", "203.0.113.8")).status).toBe(429);
  });
});

describe("what sends a mail", () => {
  const ask = (app: RestApp, email: string, address = "192.0.2.1") =>
    app.call("POST", "/v1/auth/request-password-reset", { body: { email }, headers: from(address) });

  test("is counted by whom it would be sent to, whether or not anybody has the address", async () => {
    const app = await startApp({}, { "mail-account": 2 });
    for (const email of [world.clinic.ownerLogIn.email, "nobody@example.com"]) {
      expect([(await ask(app, email, "192.0.2.1")).status, (await ask(app, email, "192.0.2.2")).status]).toEqual([
        204, 204,
      ]);
      expectRefused(await ask(app, email, "192.0.2.3"), 1_800);
    }
  });

  test("and by who asks", async () => {
    const app = await startApp({}, { "mail-address": 2 });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask(app, `somebody-${i}@example.com`)).status);
    expect(statuses).toEqual([204, 204, 429]);
  });
});

async function mailedToken(app: RestApp, email: string): Promise<string> {
  await app.call("POST", "/v1/auth/request-password-reset", { body: { email }, headers: from("192.0.2.50") });
  const mails: MailMessage[] = [];
  const mailer = createListMailer(mails);
  const deps = { db: app.db, clock: world.clock, log: createListLog([]), mailer, appUrl: "https://app.example.com" };
  await sendOutgoingMail({ ...deps, sealer: TEST_SEALER });
  const { text } = mails.find(({ to }) => to === email)!;
  return /\?token=(\S+)/.exec(text)![1]!;
}

test("without a proxy that is trusted, what a caller says of his address counts for nothing", async () => {
  const limiter = createInProcessRateLimiter({ clock: world.clock });
  const app = await world.startTwin({ limits: { limiter, guards: toGuardPolicies({ anonymous: 2 }) } });
  const ask = async (address: string) =>
    (await app.call("GET", "/.well-known/jwks.json", { headers: from(address) })).status;
  expect([await ask("192.0.2.1"), await ask("192.0.2.2"), await ask("192.0.2.3")]).toEqual([200, 200, 429]);
});

test("guesses at tokens are counted by address, and tokens that are right are not", async () => {
  const app = await startApp({}, { "secret-address": 2 });
  const refresh = (refreshToken: string) => app.call("POST", "/v1/auth/refresh", { body: { refreshToken } });
  let { refreshToken } = await world.logIn();
  for (let i = 0; i < 3; i++) ({ refreshToken } = (await refresh(refreshToken)).body);
  expect([(await refresh("guess")).status, (await refresh("guess")).status]).toEqual([401, 401]);
  expect((await refresh(refreshToken)).status).toBe(429);
});

describe("a page is no mail cannon", () => {
  let week = 0;
  /** At a time of its own. */
  const times = () => new Date(Date.parse("2027-01-05T09:00:00Z") + week++ * 7 * 86_400_000).toISOString();
  const book = (app: RestApp, key: string, more: object, address = "198.51.100.1") =>
    app.call("POST", "/v1/bookings", { key, body: bookingRequest(eventTypeId, times(), more), headers: from(address) });
  const attendee = (email: string) => ({ attendee: { name: "Ada", email } });

  test("one e-mail address is booked for so often and no more, from wherever, as attendee or as guest", async () => {
    const app = await startApp({}, { "invited-bookings": 2 });
    const { publishableKey } = world.clinic;
    expect((await book(app, publishableKey, attendee("victim@example.com"), "198.51.100.1")).status).toBe(201);
    const guests = { ...attendee("a@example.com"), guests: [{ email: "Victim@example.com" }] };
    expect((await book(app, publishableKey, guests, "198.51.100.2")).status).toBe(201);
    for (const more of [attendee("VICTIM@example.com "), { ...attendee("b@example.com"), guests: guests.guests }])
      expectRefused(await book(app, publishableKey, more, "198.51.100.3"), 1_800);
    expect((await book(app, publishableKey, attendee("b@example.com"))).status).toBe(201);
    const rows = await world.sql("SELECT FROM attendee WHERE email = 'victim@example.com'");
    expect(rows).toHaveLength(2);
  });

  test("those who work there book for whom they like, and other organisations count for themselves", async () => {
    const app = await startApp({}, { "invited-bookings": 1 });
    const { publishableKey, owner } = world.clinic;
    const same = attendee("regular@example.com");
    expect((await book(app, publishableKey, same)).status).toBe(201);
    for (let i = 0; i < 3; i++) expect((await book(app, owner.key, same)).status).toBe(201);
    expectRefused(await book(app, publishableKey, same), 3_600);
    expect((await book(app, world.stranger.publishableKey, same)).status).toBe(404);
  });

  test("all pages of an organisation together make so many bookings, whoever comes from wherever", async () => {
    const app = await startApp({}, { "public-bookings": 2 });
    const { publishableKey, addKey } = world.clinic;
    const second = (await addKey({ kind: "publishable" })).key;
    expect((await book(app, publishableKey, attendee("c@example.com"), "198.51.100.1")).status).toBe(201);
    expect((await book(app, second, attendee("d@example.com"), "198.51.100.2")).status).toBe(201);
    expectRefused(await book(app, second, attendee("e@example.com"), "198.51.100.3"), 1_800);
  });

  test("a series counts as many times as it has occurrences; what pages may never book is refused for its form", async () => {
    const app = await startApp({}, { "invited-bookings": 5 });
    const call = (rrule: string, once: string) => {
      const more = { ...attendee("series@example.com"), recurrence: { rrule }, mode: "best_effort" };
      const body = bookingRequest(eventTypeId, "2028-01-04T09:00:00Z", more);
      const headers = { ...from("198.51.100.1"), "Idempotency-Key": once };
      return app.call("POST", "/v1/series", { key: world.clinic.publishableKey, body, headers });
    };
    const tooLong = await call("FREQ=DAILY;COUNT=6", "a");
    expect([tooLong.status, tooLong.body.errors[0]!.pointer]).toEqual([422, "/recurrence/rrule"]);
    expect((await call("FREQ=DAILY;COUNT=3", "b")).status).toBe(201);
    expectRefused(await call("FREQ=WEEKLY;COUNT=3", "c"), 720);
    expect((await call("every day", "d")).status).toBe(422);
  });

  test("hostile bodies are refused for their form", async () => {
    const app = await startApp({}, { "invited-bookings": 100 });
    for (const more of [{ attendee: null }, { attendee: 1 }, { guests: "x" }, { guests: [null, 1, [], { email: [] }] }])
      expect((await book(app, world.clinic.publishableKey, { ...attendee("f@example.com"), ...more })).status).toBe(
        422,
      );
    const eleven = Array.from({ length: 11 }, (_, i) => ({ email: `g${i}@example.com` }));
    const { status, body } = await book(app, world.clinic.publishableKey, {
      ...attendee("h@example.com"),
      guests: eleven,
    });
    expect([status, body.errors[0]!.pointer]).toEqual([422, "/guests"]);
  });
});
