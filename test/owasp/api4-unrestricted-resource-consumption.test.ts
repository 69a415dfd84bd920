import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parametersOf } from "../../src/rest/contract-document.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createSampleCalls, isForLogInOnly, OPERATION_IDS, type SampleCalls } from "../support/sample-calls.ts";
import { ask } from "./attacker.ts";

/**
 * OWASP API4:2023. Bodies, their depth and what comes compressed are test/rest/refused-early.test.ts; documents that cost
 * too much test/graphql/attacks.test.ts; a storm of log-ins before Argon2 log-in.test.ts; budgets test/rest/limits; that every text,
 * list and number of the contract is bounded test/contracts.
 */

let world: RestWorld;
let samples: SampleCalls;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  samples = await createSampleCalls(world);
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterAll(() => world.close());

const paged = OPERATION_IDS.filter((id) => parametersOf(id).some(({ name }) => name === "limit"));

describe("a page", () => {
  test.each(paged)("of %s is as large as the contract says and no larger", async (id) => {
    const [path] = (await samples[id]()).path.split("?");
    const key = isForLogInOnly(id) ? (await world.logIn()).accessToken : world.clinic.owner.key;
    const statusOf = async (query: string) => (await world.call("GET", `${path}?${query}`, { key })).status;
    for (const limit of [
      "101",
      "0",
      "-1",
      "1e3",
      "999999999999999999999",
      "all",
      "100.5",
      "",
      "%00",
      "100&limit=100000",
    ])
      expect([limit, await statusOf(`limit=${limit}`)]).toEqual([limit, 422]);
    for (const cursor of ["x", "a".repeat(600), "%27%20OR%201%3D1", "eyJpZCI6e319"])
      expect([cursor, await statusOf(`cursor=${cursor}`)]).toEqual([cursor, 422]);
  });

  test("of GraphQL has at most 100 of each list, however they are nested and whoever says so", async () => {
    const key = world.clinic.owner.key;
    for (const first of ["101", "1000000000", "-1", "1e9", "99999999999999999999"]) {
      const { codes } = await ask(world.app, key, `{ bookings(first: ${first}) { nodes { id } } }`);
      expect([first, codes.length]).toEqual([first, 1]);
    }
    const byVariable = await ask(world.app, key, "query ($n: Int!) { bookings(first: $n) { nodes { id } } }", {
      n: 1e6,
    });
    expect(byVariable.codes.length).toBe(1);
  });
});

describe("availability", () => {
  const range = (from: string, to: string, zone = "UTC") =>
    `eventTypeId=${eventTypeId}&from=${from}&to=${to}&timeZone=${zone}`;

  test.each([
    ["2026-12-01T00:00:00Z", "2027-02-01T00:00:00.001Z"],
    ["0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"],
    ["2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z"],
    ["2026-12-02T00:00:00Z", "2026-12-01T00:00:00Z"],
    ["2026-12-01T00:00:00%2B99:99", "2026-12-02T00:00:00Z"],
  ])("from %s to %s is looked for by neither edge: 62 days are the most", async (from, to) => {
    const { clinic } = world;
    for (const key of [clinic.owner.key, clinic.publishableKey]) {
      expect((await world.call("GET", `/v1/availability?${range(from, to)}`, { key })).status).toBe(422);
      const args = `eventTypeId: "${eventTypeId}", from: "${from.replace("%2B", "+")}", to: "${to}", timeZone: "UTC"`;
      const { codes } = await ask(world.app, key, `{ availability(${args}) { days { date } } }`);
      expect(codes.length).toBeGreaterThan(0);
    }
  });

  test("of 62 days is answered, also with the reason of every time", async () => {
    const query = range("2026-12-01T00:00:00Z", "2027-02-01T00:00:00Z");
    expect((await world.call("GET", `/v1/availability?${query}&explain=true`)).status).toBe(200);
  });

  test("in a zone that is none, or a path, is refused", async () => {
    const [from, to] = ["2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z"];
    for (const zone of ["../../etc/passwd", "x".repeat(10_000), "Mars/Phobos", "UTC%00", "';DROP%20TABLE%20claim"])
      expect((await world.call("GET", `/v1/availability?${range(from, to, zone)}`)).status).toBe(422);
  });
});

describe("a booking", () => {
  const book = (more: object) =>
    world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, "2026-12-01T09:00:00Z", more) });
  const guest = (n: number) => ({ email: `guest-${n}@example.com`, name: "G" });

  test.each<[string, object]>([
    ["11 guests", { guests: Array.from({ length: 11 }, (_, n) => guest(n)) }],
    ["notes without end", { notes: "x".repeat(200_000) }],
    ["a thousand metadata", { metadata: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, "v"])) }],
    ["a metadata without end", { metadata: { k: "x".repeat(100_000) } }],
    ["a thousand answers", { answers: Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, "v"])) }],
    ["a length of years", { durationMinutes: 10_000_000 }],
    ["a name without end", { attendee: { name: "x".repeat(10_000), email: "a@example.com" } }],
    ["an address that makes regular expressions run", { attendee: { name: "A", email: "a@".repeat(5_000) } }],
  ])("with %s is refused for its form", async (_, more) => {
    const { status, body } = await book(more);
    expect([status, body.code]).toEqual([422, "validation_failed"]);
  });
});

test("a schedule and an event type have only so many parts", async () => {
  const weekly = Array(1_000).fill({ days: ["monday"], start: "09:00", end: "17:00" });
  const overrides = Array.from({ length: 20_000 }, () => ({ date: "2026-12-24", intervals: [] }));
  for (const more of [{ weekly }, { overrides }])
    expect([413, 422]).toContain(
      (await world.call("POST", "/v1/schedules", { body: { name: "X", timeZone: "UTC", ...more } })).status,
    );
  const hosts = Array(5_000).fill({ memberId: world.clinic.owner.memberId });
  for (const more of [{ hosts }, { durationsMinutes: Array(1_000).fill(30) }, { slotIntervalMinutes: 0 }])
    expect([413, 422]).toContain(
      (await world.call("POST", "/v1/event-types", { body: { title: "X", ...more } })).status,
    );
});

test("a password that would keep the hash busy is refused before it is hashed", async () => {
  const body = { ...world.clinic.ownerLogIn, password: "x".repeat(60_000) };
  expect((await world.call("POST", "/v1/auth/log-in", { key: null, body })).status).toBe(422);
});

test("an idempotency key has an end, and a request has as many headers as it needs", async () => {
  const body = bookingRequest(eventTypeId, "2026-12-01T09:00:00Z");
  const headers = { "Idempotency-Key": "k".repeat(300) };
  expect((await world.call("POST", "/v1/bookings", { body, headers })).status).toBe(422);
  expect(await statusWith({ "X-Long": "x".repeat(20_000) })).toBe(431);
  expect(await statusWith({}, `/v1/bookings?${"x".repeat(20_000)}`)).toBe(431);
});

function statusWith(headers: Record<string, string>, path = "/v1/bookings"): Promise<number> {
  const { hostname, port } = new URL(world.app.baseUrl);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    })
      .once("error", reject)
      .end();
  });
}

test("ten thousand parameters of a query, and one ten thousand times, are refused", async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `p${n}=1`).join("&");
  const one = Array(1_000).fill("limit=1").join("&");
  for (const query of [many, one, "limit[a][b][c]=1", "limit[]=1"])
    expect((await world.call("GET", `/v1/bookings?${query}`)).status).toBe(422);
});
