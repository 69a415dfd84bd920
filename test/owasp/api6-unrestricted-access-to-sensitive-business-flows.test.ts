import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { createMailbox } from "../support/mailbox.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import type { RestApp } from "../support/rest-app.ts";
import { from, startWithRealLimits } from "./attacker.ts";

/**
 * OWASP API6:2023: what is allowed once and harmful a thousand times, with the limits of production. That each guard counts
 * what it says is test/rest/limits; here an attacker goes for the business.
 */

let world: RestWorld;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType({ durationsMinutes: [15] })).id;
});

afterAll(() => world.close());

/** Every quarter of an hour that the clinic offers from a Tuesday on. */
function quarters(days: number): string[] {
  const starts: string[] = [];
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.parse("2026-12-01T00:00:00Z") + day * 86_400_000);
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
    for (let quarter = 0; quarter < 32; quarter++)
      starts.push(new Date(date.getTime() + 8 * 3_600_000 + quarter * 900_000).toISOString());
  }
  return starts;
}

async function bookAll(
  app: RestApp,
  starts: string[],
  { address, attendee }: { address: (n: number) => string; attendee: (n: number) => string },
  more: (n: number) => object = () => ({}),
): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (const [n, startsAt] of starts.entries()) {
    const person = { attendee: { name: "A", email: attendee(n) }, ...more(n) };
    const { status } = await app.call("POST", "/v1/bookings", {
      key: world.clinic.publishableKey,
      body: bookingRequest(eventTypeId, startsAt, person),
      headers: from(address(n)),
    });
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

const countBookings = async () => Number((await world.sql<{ n: string }>("SELECT count(*) AS n FROM booking"))[0]!.n);

describe("a whole calendar", () => {
  const starts = quarters(14);

  test("is not booked by one visitor of a page: 30 a minute, whoever he says he is", async () => {
    const app = await startWithRealLimits(world);
    const made = await bookAll(app, starts.slice(0, 64), {
      address: () => "203.0.113.7",
      attendee: (n) => `made-up-${n}@example.com`,
    });
    expect(made).toEqual({ 201: 30, 429: 34 });
    expect(await countBookings()).toBe(30);
  });

  test("nor for one person by many visitors: 20 an hour, however his address is written", async () => {
    const app = await startWithRealLimits(world);
    const made = await bookAll(app, starts.slice(64, 128), {
      address: (n) => `198.51.100.${n}`,
      attendee: (n) => (n % 2 === 0 ? "Victim@Example.com" : "victim@example.com"),
    });
    expect(made).toEqual({ 201: 20, 429: 44 });
  });

  test("an attacker who is refused has kept nobody out: others book, and those who work there book on", async () => {
    const app = await startWithRealLimits(world);
    await bookAll(app, starts.slice(128, 170), { address: () => "203.0.113.8", attendee: (n) => `x${n}@example.com` });
    const honest = await bookAll(app, starts.slice(180, 182), {
      address: () => "192.0.2.55",
      attendee: () => "honest@example.com",
    });
    expect(honest).toEqual({ 201: 2 });
    const body = bookingRequest(eventTypeId, starts[185]!);
    expect((await app.call("POST", "/v1/bookings", { key: world.clinic.owner.key, body })).status).toBe(201);
  });

  test("is not seen through either: 240 looks a minute of one visitor", async () => {
    const app = await startWithRealLimits(world);
    const query = `eventTypeId=${eventTypeId}&from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC`;
    const look = () =>
      app.call("GET", `/v1/availability?${query}`, { key: world.clinic.publishableKey, headers: from("203.0.113.9") });
    const statuses: number[] = [];
    for (let n = 0; n < 245; n++) statuses.push((await look()).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(240);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a mail cannon", () => {
  test("is not made of guests: one stranger as a guest of others' bookings gets 20 in an hour", async () => {
    const app = await startWithRealLimits(world);
    const made = await bookAll(
      app,
      quarters(30).slice(-40),
      { address: (n) => `198.51.100.${n}`, attendee: (n) => `booker-${n}@example.com` },
      () => ({ guests: [{ email: "target@example.com", name: "T" }] }),
    );
    expect(made).toEqual({ 201: 20, 429: 20 });
  });

  test("nor of one request: guests are ten at most, and each counts for himself", async () => {
    const app = await startWithRealLimits(world);
    const eleven = Array.from({ length: 11 }, (_, n) => ({ email: `g${n}@example.com`, name: "G" }));
    const body = bookingRequest(eventTypeId, "2027-02-01T09:00:00Z", { guests: eleven });
    expect((await app.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body })).status).toBe(422);
  });

  test("nor of sign-ups: one address gets ten an hour, one visitor sends sixty, and the rest is refused", async () => {
    const app = await startWithRealLimits(world);
    const signUp = (email: string, address: string) =>
      app.call("POST", "/v1/auth/sign-up", {
        body: { email, password: "correct horse battery staple", name: "N", organisationName: "O" },
        headers: from(address),
      });
    const toOne: number[] = [];
    for (let n = 0; n < 12; n++) toOne.push((await signUp("flooded@example.com", `198.51.100.${n}`)).status);
    expect(toOne.filter((status) => status === 429)).toHaveLength(2);
    const fromOne: number[] = [];
    for (let n = 0; n < 63; n++) fromOne.push((await signUp(`many-${n}@example.com`, "203.0.113.10")).status);
    expect(fromOne.filter((status) => status === 429)).toHaveLength(3);
  });

  test("and no mail holds what a stranger has written: no name, no note, no link of his", async () => {
    const name = "Win now https://evil.example";
    const body = { email: "quiet@example.com", password: "correct horse battery staple", name, organisationName: name };
    await world.app.call("POST", "/v1/auth/sign-up", { body });
    await world.call("POST", "/v1/invitations", { body: { email: "guest@example.com", role: "member" } });
    const mails = await createMailbox(world).collect();
    expect(mails.map(({ to }) => to)).toEqual(expect.arrayContaining(["quiet@example.com", "guest@example.com"]));
    for (const mail of mails) expect(JSON.stringify(mail)).not.toMatch(/evil\.example|Win now/);
  });
});

test("accounts are not made in bulk: nobody has one before he has opened a mail", async () => {
  const count = async () => (await world.sql<{ n: string }>('SELECT count(*) AS n FROM "user"'))[0]!.n;
  const before = await count();
  for (let n = 0; n < 10; n++) {
    const body = {
      email: `bot-${n}@example.com`,
      password: "correct horse battery staple",
      name: "B",
      organisationName: "B",
    };
    expect((await world.app.call("POST", "/v1/auth/sign-up", { body })).status).toBe(202);
  }
  expect(await count()).toBe(before);
}, 30_000);
