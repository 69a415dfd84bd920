import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let visit: string;
let hosted: string;

const DAY = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", timeZone: "Europe/Berlin" };

beforeAll(async () => {
  world = await createRestWorld();
  const { clinic } = world;
  visit = (await clinic.addEventType({ title: "Visit", durationsMinutes: [60, 120] })).id;
  hosted = (await clinic.addEventType({ title: "Other", hosts: [{ memberId: clinic.member.memberId }] })).id;
  await world.book(visit, "2026-12-01T09:00:00Z");
});

afterAll(() => world.close());

interface Day {
  date: string;
  slots: { startsAt: string; endsAt: string; hostIds: string[] }[];
  unavailable: { startsAt: string; reason: string | null; hosts: HostReasons[] | null }[] | null;
}

interface HostReasons {
  hostId: string;
  reasons: string[];
}

interface Told {
  data: { availability: Offer; availabilities: Offer[] };
  errors?: { extensions: { code: string; errors?: { pointer: string; message: string }[] } }[];
  extensions: { cost: { requested: number } };
}

interface Offer {
  eventTypeId: string;
  durationMinutes: number;
  hostIds: string[];
  asked: { startsAt: string; offered: boolean; reason: string | null; hosts: HostReasons[] | null } | null;
  days: Day[];
}

const OFFER = `eventTypeId durationMinutes hostIds asked { startsAt offered reason hosts { hostId reasons } } days {
  date slots { startsAt endsAt hostIds } unavailable { startsAt reason hosts { hostId reasons } } }`;
const ONE = `query ($eventTypeId: ID!, $from: Instant!, $to: Instant!, $timeZone: String!, $durationMinutes: Int,
    $hostId: ID, $bookingId: ID, $explain: Boolean, $at: Instant) {
  availability(eventTypeId: $eventTypeId, from: $from, to: $to, timeZone: $timeZone, durationMinutes: $durationMinutes,
    hostId: $hostId, bookingId: $bookingId, explain: $explain, at: $at) { ${OFFER} } }`;
const SEVERAL = `query ($eventTypeIds: [ID!]!, $from: Instant!, $to: Instant!, $timeZone: String!) {
  availabilities(eventTypeIds: $eventTypeIds, from: $from, to: $to, timeZone: $timeZone) { ${OFFER} } }`;

async function ask(query: string, variables: object, key?: string, extensions?: object): Promise<Told> {
  const options = { body: { query, variables, extensions }, ...(key !== undefined && { key }) };
  return (await world.call("POST", "/graphql", options)).body as unknown as Told;
}

test("availability is what REST answers, with who would serve", async () => {
  const { data } = await ask(ONE, { ...DAY, eventTypeId: visit });
  const query = new URLSearchParams({ ...DAY, eventTypeId: visit, expand: "hosts" });
  const { body } = await world.call("GET", `/v1/availability?${query}`);
  expect(data.availability.days).toEqual(body.days.map((day) => ({ ...day, unavailable: null })));
  expect(data.availability.days.flatMap(({ slots }) => slots)).not.toEqual([]);
  expect(data.availability.hostIds).toEqual([world.clinic.owner.memberId]);
});

test("explained, it tells members why a time is not offered, and the public that it is not", async () => {
  const asked = { ...DAY, eventTypeId: visit, explain: true };
  const query = new URLSearchParams({ ...DAY, eventTypeId: visit, explain: "true" });
  const { body } = await world.call("GET", `/v1/availability?${query}`);
  const [day] = (await ask(ONE, asked)).data.availability.days;
  expect(day!.unavailable).toEqual(body.days[0]!.unavailable);
  expect(day!.unavailable).toContainEqual({
    startsAt: "2026-12-01T09:00:00.000Z",
    reason: "booked",
    hosts: [{ hostId: world.clinic.owner.memberId, reasons: ["booked"] }],
  });
  const [told] = (await ask(ONE, asked, world.clinic.publishableKey)).data.availability.days;
  expect(told!.unavailable).toEqual(day!.unavailable!.map(({ startsAt }) => ({ startsAt, reason: null, hosts: null })));
});

test("of a round robin, it names who could serve each slot, and what stands in the way of each host at the asked time", async () => {
  const { clinic } = world;
  const [one, two] = [(await clinic.addPerson()).memberId, (await clinic.addPerson()).memberId];
  const hosts = [{ memberId: one }, { memberId: two }];
  const { id } = await clinic.addEventType({ assignment: "round_robin", hosts });
  await world.book(id, "2026-12-01T09:00:00Z");
  const at = "2026-12-01T09:00:00.000Z";
  const { availability } = (await ask(ONE, { ...DAY, eventTypeId: id, at })).data;
  expect(availability.hostIds).toEqual([one, two]);
  const query = new URLSearchParams({ ...DAY, eventTypeId: id, at, expand: "hosts" });
  const { body } = await world.call("GET", `/v1/availability?${query}`);
  expect(availability.days.map(({ slots }) => slots)).toEqual(body.days.map(({ slots }) => slots));
  expect(availability.days[0]!.slots.find(({ startsAt }) => startsAt === at)!.hostIds).toEqual([two]);
  const reasons = [
    { hostId: one, reasons: ["booked"] },
    { hostId: two, reasons: [] },
  ];
  expect(availability.asked).toEqual({ startsAt: at, offered: true, reason: null, hosts: reasons });
  const told = (await ask(ONE, { ...DAY, eventTypeId: id, at }, clinic.publishableKey)).data.availability;
  expect(told.asked).toEqual({ startsAt: at, offered: true, reason: null, hosts: null });
});

test("asked for twice in one document, the hosts of each slot are told alike", async () => {
  const { clinic } = world;
  const hosts = [{ memberId: clinic.admin.memberId }, { memberId: clinic.member.memberId }];
  const { id } = await clinic.addEventType({ assignment: "round_robin", hosts });
  const range = `from: "${DAY.from}", to: "${DAY.to}", timeZone: "UTC"`;
  const { data } = await ask(
    `{ availability(eventTypeId: "${id}", ${range}) { days { a: slots { hostIds } b: slots { hostIds } } } }`,
    {},
  );
  const [day] = data.availability.days as unknown as { a: object[]; b: object[] }[];
  expect(day!.a).not.toEqual([]);
  expect(day!.b).toEqual(day!.a);
});

test("of a length, with a host, and for a booking that is to be moved", async () => {
  const long = (await ask(ONE, { ...DAY, eventTypeId: visit, durationMinutes: 120 })).data.availability;
  expect(long.durationMinutes).toBe(120);
  const { id } = await world.book(visit, "2026-12-01T12:00:00Z");
  const startsOf = async (more: object, key?: string) =>
    (await ask(ONE, { ...DAY, eventTypeId: visit, ...more }, key)).data.availability.days[0]!.slots.map(
      ({ startsAt }) => startsAt,
    );
  expect(await startsOf({})).not.toContain("2026-12-01T12:00:00.000Z");
  expect(await startsOf({ bookingId: id })).toContain("2026-12-01T12:00:00.000Z");
  const { errors } = await ask(ONE, { ...DAY, eventTypeId: visit, bookingId: id }, world.clinic.publishableKey);
  expect(errors![0]!.extensions.code).toBe("forbidden");
  const stranger = { ...DAY, eventTypeId: visit, hostId: world.clinic.member.memberId };
  expect((await ask(ONE, stranger)).errors![0]!.extensions.code).toBe("not_found");
});

test("of several event types, in the order in which they are named, to the public too", async () => {
  for (const key of [world.clinic.owner.key, world.clinic.publishableKey]) {
    const { data } = await ask(SEVERAL, { ...DAY, eventTypeIds: [hosted, visit] }, key);
    const alone = await Promise.all([hosted, visit].map((eventTypeId) => ask(ONE, { ...DAY, eventTypeId }, key)));
    expect(data.availabilities).toEqual(alone.map((each) => each.data.availability));
  }
});

test("of several event types, all hosts' time is read by one statement, and what has changed is seen", async () => {
  await ask(SEVERAL, { ...DAY, eventTypeIds: [visit, hosted] });
  const statements: unknown[] = [];
  const count = (client: { processID: number }) => statements.push(client.processID);
  world.app.pool.on("acquire", count as never);
  const before = await ask(SEVERAL, { ...DAY, eventTypeIds: [visit, hosted, visit] });
  world.app.pool.off("acquire", count as never);
  expect(statements).toHaveLength(1);
  await world.call("PATCH", `/v1/event-types/${hosted}`, { body: { durationsMinutes: [120] } });
  const after = await ask(SEVERAL, { ...DAY, eventTypeIds: [visit, hosted] });
  expect(after.data.availabilities[0]).toEqual(before.data.availabilities[0]);
  expect(after.data.availabilities[1]).toMatchObject({ durationMinutes: 120 });
});

test("of ten at most, and of none that is not there", async () => {
  for (const eventTypeIds of [[], Array<string>(11).fill(visit)]) {
    const { errors } = await ask(SEVERAL, { ...DAY, eventTypeIds });
    expect(errors![0]!.extensions).toMatchObject({
      code: "validation_failed",
      errors: [{ pointer: "?eventTypeIds", message: "must be 1 to 10 identifiers" }],
    });
  }
  const theirs = await world.stranger.addEventType({});
  const { errors } = await ask(SEVERAL, { ...DAY, eventTypeIds: [visit, theirs.id] });
  expect(errors![0]!.extensions.code).toBe("not_found");
});

test("costs by the day and the event type, and as much again explained", async () => {
  const priceOf = async (query: string, variables: object) =>
    (await ask(query, variables, undefined, { dryRun: true })).extensions.cost.requested;
  const week = { ...DAY, to: "2026-12-08T00:00:00Z" };
  expect(await priceOf(ONE, { ...DAY, eventTypeId: visit })).toBe(1 + 10);
  expect(await priceOf(ONE, { ...week, eventTypeId: visit })).toBe(1 + 70);
  expect(await priceOf(ONE, { ...week, eventTypeId: visit, explain: true })).toBe(1 + 140);
  expect(await priceOf(SEVERAL, { ...week, eventTypeIds: [visit, hosted] })).toBe(1 + 140);
  expect(await priceOf(ONE, { ...DAY, from: week.to, eventTypeId: visit })).toBe(1 + 10);
});
