import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventType } from "../../../src/domain/event-type/event-type.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import type { Answer } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let visit: EventType;

beforeAll(async () => {
  world = await createRestWorld();
  visit = await world.clinic.addEventType({ durationsMinutes: [60, 120] });
});

afterAll(() => world.close());

interface Query {
  eventTypeId?: string;
  from?: string;
  to?: string;
  timeZone?: string;
  [more: string]: string | undefined;
}

function ask(query: Query, key = world.clinic.owner.key): Promise<Answer> {
  const all = {
    eventTypeId: visit.id,
    from: "2026-12-01T00:00:00Z",
    to: "2026-12-02T00:00:00Z",
    timeZone: "UTC",
    ...query,
  };
  return world.call("GET", `/v1/availability?${new URLSearchParams(all).toString()}`, { key });
}

async function startsOf(query: Query): Promise<string[]> {
  const { body } = await ask(query);
  return body.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
}

test("the free times of a day are listed under its date, each with its end", async () => {
  const { status, body } = await ask({ from: "2026-12-01T00:00:00+01:00", to: "2026-12-01T11:00:00+01:00" });
  expect(status).toBe(200);
  expect(body).toEqual({
    eventTypeId: visit.id,
    timeZone: "UTC",
    durationMinutes: 60,
    days: [
      { date: "2026-11-30", slots: [] },
      {
        date: "2026-12-01",
        slots: [
          { startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T09:00:00.000Z" },
          { startsAt: "2026-12-01T09:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z" },
        ],
      },
    ],
  });
});

test("every date that the range touches is there, in the zone that was asked for", async () => {
  const { body } = await ask({ from: "2026-11-25T20:00:00Z", to: "2026-11-30T00:00:00Z", timeZone: "Asia/Tokyo" });
  expect(body.days.map(({ date, slots }) => [date, slots.length])).toEqual([
    ["2026-11-26", 0],
    // Friday's last slot in Berlin, at 16:00, is at midnight in Tokyo.
    ["2026-11-27", 7],
    ["2026-11-28", 3],
    ["2026-11-29", 0],
    ["2026-11-30", 0],
  ]);
});

test("from is inclusive, to is exclusive", async () => {
  const [eight, nine] = ["2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"];
  expect(await startsOf({ from: eight, to: nine })).toEqual(["2026-12-01T08:00:00.000Z"]);
  expect(await startsOf({ from: "2026-12-01T08:00:00.001Z", to: nine })).toEqual([]);
});

test("an offset may be written with an unescaped plus, which a query makes a space", async () => {
  const range = "from=2026-12-01T09:00:00+01:00&to=2026-12-01T10:00:00 01:00".replace(" ", "%20");
  const { status, body } = await world.call(
    "GET",
    `/v1/availability?eventTypeId=${visit.id}&${range}&timeZone=Europe/Berlin`,
  );
  expect(status).toBe(200);
  expect(body.days[0]!.slots.map(({ startsAt }) => startsAt)).toEqual(["2026-12-01T08:00:00.000Z"]);
});

test("a length that is asked for must fit into the hours", async () => {
  const starts = await startsOf({ durationMinutes: "120" });
  expect(starts.at(-1)).toBe("2026-12-01T14:00:00.000Z");
});

test("hosts are named on each slot when they are asked for", async () => {
  const { body } = await ask({ expand: "hosts", hostId: world.clinic.owner.memberId });
  for (const slot of body.days[0]!.slots) expect(slot.hostIds).toEqual([world.clinic.owner.memberId]);
});

test("explain lists what is not offered: to those who work here with the reason, to the public without", async () => {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  await world.book(id, "2026-12-01T09:00:00Z");
  const query = { eventTypeId: id, from: "2026-12-01T08:30:00Z", to: "2026-12-01T09:30:00Z", explain: "true" };
  const startsAt = "2026-12-01T09:00:00.000Z";
  const hosts = [{ hostId: memberId, reasons: ["booked"] }];
  expect((await ask(query)).body.days[0]!.unavailable).toEqual([{ startsAt, reason: "booked", hosts }]);
  expect((await ask(query, clinic.publishableKey)).body.days[0]!.unavailable).toEqual([{ startsAt }]);
  expect((await ask({ ...query, explain: "false" })).body.days[0]).not.toHaveProperty("unavailable");
});

test("one time of the range can be asked about, on the grid or not", async () => {
  const { clinic } = world;
  const [one, two] = [(await clinic.addPerson()).memberId, (await clinic.addPerson()).memberId];
  const hosts = [{ memberId: one }, { memberId: two }];
  const { id } = await clinic.addEventType({ assignment: "round_robin", hosts, bufferAfterMinutes: 10 });
  await world.book(id, "2026-12-01T09:00:00Z", { hostId: one });
  const about = async (at: string, key?: string) => {
    const range = { from: "2026-12-01T08:00:00Z", to: "2026-12-01T18:00:00Z" };
    const { body } = await ask({ eventTypeId: id, ...range, at }, key);
    expect(body.days[0]).not.toHaveProperty("unavailable");
    return (body as unknown as { asked: object }).asked;
  };
  const nine = "2026-12-01T09:00:00.000Z";
  const ofBoth = (ofOne: string[], ofTwo: string[]) => [
    { hostId: one, reasons: ofOne },
    { hostId: two, reasons: ofTwo },
  ];
  expect(await about(nine)).toEqual({ startsAt: nine, offered: true, hosts: ofBoth(["booked"], []) });
  expect(await about(nine, clinic.publishableKey)).toEqual({ startsAt: nine, offered: true });

  await world.book(id, nine);
  const both = ofBoth(["booked"], ["booked"]);
  expect(await about(nine)).toEqual({ startsAt: nine, offered: false, reason: "booked", hosts: both });
  expect(await about(nine, clinic.publishableKey)).toEqual({ startsAt: nine, offered: false });
  const between = "2026-12-01T09:35:00.000Z";
  const why = ofBoth(["off_grid", "buffer"], ["off_grid", "buffer"]);
  expect(await about(between)).toEqual({ startsAt: between, offered: false, reason: "off_grid", hosts: why });
});

describe("what is wrong is told at its place", () => {
  test.each<[string, Query]>([
    ["?to", { to: "2026-12-01T00:00:00Z" }],
    ["?to", { to: "2027-02-01T00:00:01Z" }],
    ["?timeZone", { timeZone: "Mars/Olympus" }],
    ["?durationMinutes", { durationMinutes: "45" }],
    ["?durationMinutes", { durationMinutes: "an hour" }],
    ["?eventTypeId", { eventTypeId: "nonsense" }],
    ["?from", { from: "2026-12-01" }],
    ["?explain", { explain: "yes" }],
    ["?expand", { expand: "slots" }],
    ["?limit", { limit: "1" }],
  ])("%s", async (pointer, query) => {
    const { status, body } = await ask(query);
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  test.each(["eventTypeId", "from", "to", "timeZone"])("%s is needed", async (name) => {
    const all = { eventTypeId: visit.id, from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", timeZone: "UTC" };
    const { [name as keyof typeof all]: _, ...others } = all;
    const { status, body } = await world.call("GET", `/v1/availability?${new URLSearchParams(others).toString()}`);
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: `?${name}`, message: "is required" }]);
  });

  test("62 days are the most", async () => {
    expect((await ask({ to: "2027-02-01T00:00:00Z" })).status).toBe(200);
  });
});

test("GraphQL answers the same times", async () => {
  const rest = await ask({});
  const query = `{ availability(eventTypeId: "${visit.id}", from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z",
    timeZone: "UTC") { eventTypeId timeZone durationMinutes days { date slots { startsAt endsAt } } } }`;
  const { text } = await world.call("POST", "/graphql", { body: { query } });
  expect((JSON.parse(text) as { data: unknown }).data).toEqual({ availability: rest.body });
});

describe("hours beyond the weekly ones", () => {
  const TIME_ZONE = "Europe/Berlin";

  async function startsWith(hours: object, from: string, to: string): Promise<string[]> {
    const { memberId } = world.clinic.owner;
    const { body } = await world.call("POST", "/v1/schedules", {
      body: { name: "Other hours", memberId, timeZone: TIME_ZONE, ...hours },
    });
    const { id } = await world.clinic.addEventType({
      hosts: [{ memberId, scheduleId: body.id }],
      durationsMinutes: [60],
    });
    return startsOf({ eventTypeId: id, from, to });
  }

  test("a rule gives the dates that it names hours of their own", async () => {
    const rules = [{ rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", startsOn: "2026-11-30", start: "09:00", end: "11:00" }];
    expect(await startsWith({ rules }, "2026-11-30T00:00:00Z", "2026-12-21T00:00:00Z")).toEqual([
      "2026-11-30T08:00:00.000Z",
      "2026-11-30T09:00:00.000Z",
      "2026-12-14T08:00:00.000Z",
      "2026-12-14T09:00:00.000Z",
    ]);
  });

  test("on travel, the hours are those of the zone over there", async () => {
    const weekly = [{ days: ["tuesday", "wednesday", "thursday"], start: "09:00", end: "10:00" }];
    const travel = [{ from: "2026-12-02", to: "2026-12-02", timeZone: "America/New_York" }];
    expect(await startsWith({ weekly, travel }, "2026-12-01T00:00:00Z", "2026-12-04T00:00:00Z")).toEqual([
      "2026-12-01T08:00:00.000Z",
      "2026-12-02T14:00:00.000Z",
      "2026-12-03T08:00:00.000Z",
    ]);
  });

  test("a holiday is a day off, and is explained as one; an override of its date wins", async () => {
    const { memberId } = world.clinic.owner;
    const weekly = [{ days: ["monday", "tuesday", "wednesday", "thursday", "friday"], start: "09:00", end: "10:00" }];
    const { body: schedule } = await world.call("POST", "/v1/schedules", {
      body: { name: "Bavarian", memberId, timeZone: TIME_ZONE, weekly, holidays: { country: "DE", region: "BY" } },
    });
    const hosts = [{ memberId, scheduleId: schedule.id }];
    const { id: eventTypeId } = await world.clinic.addEventType({ hosts, durationsMinutes: [60] });
    const epiphany = { eventTypeId, from: "2027-01-05T23:00:00Z", to: "2027-01-06T23:00:00Z" };

    const { body } = await ask({ ...epiphany, timeZone: TIME_ZONE, explain: "true" });
    const why = { reason: "day_off", hosts: [{ hostId: memberId, reasons: ["day_off"] }] };
    expect(body.days).toEqual([
      { date: "2027-01-06", slots: [], unavailable: [{ startsAt: "2027-01-05T23:00:00.000Z", ...why }] },
    ]);
    const refused = await world.call("POST", "/v1/bookings", {
      body: bookingRequest(eventTypeId, "2027-01-06T08:00:00Z"),
    });
    expect(refused.body).toMatchObject({ code: "slot_unavailable", reason: "day_off" });

    const overrides = [{ date: "2027-01-06", intervals: [{ start: "11:00", end: "12:00" }] }];
    await world.call("PATCH", `/v1/schedules/${schedule.id}`, { body: { overrides } });
    expect(await startsOf(epiphany)).toEqual(["2027-01-06T10:00:00.000Z"]);
  });
});
