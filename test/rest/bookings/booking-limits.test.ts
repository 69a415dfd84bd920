import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { EventTypeLimit, MemberLimit } from "../../../src/domain/booking-limit/booking-limit.ts";
import type { CreateEventTypeInput } from "../../../src/domain/event-type/create-event-type.ts";
import { updateMember } from "../../../src/domain/identity/update-member.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import type { Person } from "../../support/clinic.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

const MINUTE = 60_000;
const NINE = Date.parse("2026-12-01T08:00:00Z"); // 09:00 in Berlin, a Tuesday
const at = (minutes: number, days = 0) => new Date(NINE + (days * 1440 + minutes) * MINUTE).toISOString();

let world: RestWorld;
/** A host whom no other test books. */
let host: Person;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  host = await world.clinic.addPerson();
});

const limited = async (limits: EventTypeLimit[], more: Partial<CreateEventTypeInput> = {}): Promise<string> =>
  (await world.clinic.addEventType({ hosts: [{ memberId: host.memberId }], limits, ...more })).id;

const limitMember = (memberId: string, limits: MemberLimit[]) =>
  updateMember(world.clinic.asOwner, { memberId, limits });

const create = (eventTypeId: string, startsAt: string, more: object = {}, key?: string) =>
  world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt, more), ...(key && { key }) });
const move = (id: string, startsAt: string, more: object = {}) =>
  world.call("POST", `/v1/bookings/${id}/reschedule`, { body: { startsAt, ...more } });
const end = (id: string, how: "cancel" | "decline" | "complete" | "no-show") =>
  world.call("POST", `/v1/bookings/${id}/${how}`, { body: {} });
const by = (email: string) => ({ attendee: { name: "Ada", email } });

const refused = { status: 409, body: { code: "slot_unavailable", reason: "limit" } };

interface Day {
  slots: { startsAt: string }[];
  unavailable?: { startsAt: string; reason: string }[];
}

async function days(eventTypeId: string, from: string, to: string, more = ""): Promise<Day[]> {
  const range = `from=${from}T00:00:00Z&to=${to}T00:00:00Z&timeZone=Europe/Berlin`;
  const { status, body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}${more}`);
  expect(status).toBe(200);
  return body.days as never;
}

const starts = async (eventTypeId: string, from: string, to: string, more = "") =>
  (await days(eventTypeId, from, to, more)).flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));

describe("a daily limit of a host", () => {
  test("of three lets exactly three of 50 through that want different times at once", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 3 }], { durationsMinutes: [5] });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => create(id, at(5 * i))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer).toMatchObject(refused);
    expect((await create(id, at(0, 1))).status).toBe(201);
  });

  test("offers nothing more of a day that is full, says so, and names other days as alternatives", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    expect(await starts(id, "2026-12-01", "2026-12-02")).toHaveLength(16);
    await world.book(id, at(60));
    expect(await starts(id, "2026-12-01", "2026-12-02")).toEqual([]);
    expect(await starts(id, "2026-12-02", "2026-12-03")).toHaveLength(16);
    const [day] = await days(id, "2026-12-01", "2026-12-02", "&explain=true");
    expect(day!.unavailable!.filter(({ reason }) => reason === "limit")).toHaveLength(15);
    expect(day!.unavailable!.find(({ startsAt }) => startsAt === at(60))!.reason).toBe("booked");
    const { body } = await create(id, at(120));
    expect(body).toMatchObject(refused.body);
    const alternatives = body.alternatives as unknown as { startsAt: string }[];
    expect(alternatives).toHaveLength(3);
    for (const { startsAt } of alternatives) expect(startsAt.slice(0, 10)).not.toBe("2026-12-01");
  });

  test.each(["cancel", "decline"] as const)("gives back what is ended by %s", async (how) => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }], { requiresConfirmation: how === "decline" });
    const booking = await world.book(id, at(60));
    expect(await create(id, at(120))).toMatchObject(refused);
    expect((await end(booking.id, how)).status).toBe(200);
    expect((await create(id, at(120))).status).toBe(201);
  });

  test.each(["complete", "no-show"] as const)("still counts what is over by %s: the time was taken", async (how) => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const past = at(60, -14);
    const booking = await create(id, past, { override: ["past"] });
    expect((await end(booking.body.id, how)).status).toBe(200);
    expect(await create(id, at(120, -14), { override: ["past"] })).toMatchObject(refused);
  });

  test("counts by the local day of the host's schedule, not by the viewer's", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const anyTime = { override: ["day_off", "outside_hours", "off_grid"] };
    await world.book(id, "2026-12-01T23:30:00Z", { ...anyTime, timeZone: "America/New_York" }); // 00:30 of the 2nd in Berlin
    expect((await create(id, at(0))).status).toBe(201);
    expect(await create(id, at(0, 1))).toMatchObject(refused);
  });

  test("is set aside by who may, and what was booked so counts all the same", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    await world.book(id, at(0));
    expect((await create(id, at(30), { override: ["limit"] })).status).toBe(201);
    expect(await create(id, at(60))).toMatchObject(refused);
  });

  test("of two event types counts each apart, where the host's own counts both", async () => {
    const one = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const other = await limited([]);
    await world.book(one, at(0));
    expect(await create(one, at(30))).toMatchObject(refused);
    await world.book(other, at(30));
    await limitMember(host.memberId, [{ per: "day", bookings: 3 }]);
    await world.book(other, at(60));
    expect(await create(other, at(90))).toMatchObject(refused);
    expect(await starts(other, "2026-12-01", "2026-12-02")).toEqual([]);
    await limitMember(host.memberId, []);
    expect((await create(other, at(90))).status).toBe(201);
  });

  test("of a host lets three of 50 through that come by two event types", async () => {
    await limitMember(host.memberId, [{ per: "day", bookings: 3 }]);
    const ids = [await limited([], { durationsMinutes: [5] }), await limited([], { durationsMinutes: [5] })];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => create(ids[i % 2]!, at(5 * i))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer).toMatchObject(refused);
  });
});

describe("limits of minutes, weeks and months", () => {
  test("a booking that fits into the minutes is taken, a longer one is not", async () => {
    const id = await limited([{ scope: "host", per: "day", minutes: 100 }], { durationsMinutes: [30, 60] });
    await world.book(id, at(0), { durationMinutes: 60 });
    expect(await create(id, at(60), { durationMinutes: 60 })).toMatchObject(refused);
    expect(await starts(id, "2026-12-01", "2026-12-02", "&durationMinutes=60")).toEqual([]);
    expect(await starts(id, "2026-12-01", "2026-12-02", "&durationMinutes=30")).toContain(at(60));
    await world.book(id, at(60), { durationMinutes: 30 });
    expect(await create(id, at(120), { durationMinutes: 30 })).toMatchObject(refused);
  });

  test("a week goes from Monday to Sunday of the host's zone, also over the change of clocks", async () => {
    const id = await limited([{ scope: "host", per: "week", bookings: 1 }]);
    const anyTime = { override: ["day_off", "outside_hours", "off_grid"] };
    // Berlin's clocks go forward on Sunday, 2027-03-28.
    await world.book(id, "2027-03-21T23:00:00Z", anyTime); // Monday, 00:00
    expect(await create(id, "2027-03-28T21:59:00Z", anyTime)).toMatchObject(refused); // Sunday, 23:59
    expect((await create(id, "2027-03-28T22:00:00Z", anyTime)).status).toBe(201); // Monday, 00:00
    expect((await create(id, "2027-03-21T22:00:00Z", anyTime)).status).toBe(201); // Sunday, 23:00
    expect(await starts(id, "2027-03-22", "2027-04-05")).toEqual([]);
    expect(await starts(id, "2027-04-05", "2027-04-06")).toHaveLength(16);
  });

  test("a month is that of the host's zone", async () => {
    const schedule = await world.clinic.addSchedule(host.memberId);
    await world.call("PATCH", `/v1/schedules/${schedule.id}`, { body: { timeZone: "Pacific/Auckland" } });
    const hosts = [{ memberId: host.memberId, scheduleId: schedule.id }];
    const id = await limited([{ scope: "host", per: "month", bookings: 1 }], { hosts, timeZone: "Europe/Berlin" });
    const anyTime = { override: ["day_off", "outside_hours", "off_grid"] };
    await world.book(id, "2026-12-31T11:00:00Z", anyTime); // midnight of 2027 in Auckland
    expect((await create(id, "2026-12-31T10:00:00Z", anyTime)).status).toBe(201);
    expect(await create(id, "2027-01-31T10:30:00Z", anyTime)).toMatchObject(refused);
    expect((await create(id, "2027-01-31T11:00:00Z", anyTime)).status).toBe(201);
  });
});

describe("moving a booking", () => {
  test("within its period it does not stand in its own way", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const booking = await world.book(id, at(0));
    expect(await starts(id, "2026-12-01", "2026-12-02", `&bookingId=${booking.id}`)).toHaveLength(16);
    expect((await move(booking.id, at(90))).status).toBe(200);
  });

  test("into a period that is full is refused, and gives its own back when it leaves", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const booking = await world.book(id, at(0));
    await world.book(id, at(0, 1));
    expect(await move(booking.id, at(90, 1))).toMatchObject(refused);
    expect((await move(booking.id, at(90, 1), { override: ["limit"] })).status).toBe(200);
    expect((await create(id, at(0))).status).toBe(201);
  });

  test("of 16 that are moved into one day at once two arrive where there is room for two", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 2 }]);
    const bookings = [];
    for (let i = 0; i < 16; i++)
      bookings.push(await world.book(id, at(0, 7 + i), { override: ["day_off", "outside_hours", "off_grid"] }));
    const answers = await Promise.all(bookings.map(({ id: each }, i) => move(each, at(30 * i))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const answer of answers.filter(({ status }) => status !== 200)) expect(answer).toMatchObject(refused);
  });
});

describe("a hold", () => {
  const hold = (eventTypeId: string, startsAt: string, more: object = {}) =>
    world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt, ...more } });

  test("counts while it lives, not against the booking that it becomes, and no more when it is released", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 2 }]);
    await world.book(id, at(0));
    const held = await hold(id, at(60));
    expect(held.status).toBe(201);
    expect(await create(id, at(120))).toMatchObject(refused);
    expect(await hold(id, at(120))).toMatchObject(refused);
    expect(await starts(id, "2026-12-01", "2026-12-02")).toEqual([]);
    expect(await starts(id, "2026-12-01", "2026-12-02", `&holdId=${held.body.id}`)).toContain(at(60));
    const booked = await create(id, at(60), { holdId: held.body.id });
    expect(booked.status).toBe(201);
    await end(booked.body.id, "cancel");
    const other = await hold(id, at(120));
    expect((await world.call("DELETE", `/v1/holds/${other.body.id}`)).status).toBe(204);
    expect((await create(id, at(180))).status).toBe(201);
  });

  test("that has expired leaves its room to others", async () => {
    const id = await limited([{ scope: "event_type", per: "day", bookings: 1 }]);
    expect((await hold(id, at(60), { ttlSeconds: 30 })).status).toBe(201);
    expect(await create(id, at(120))).toMatchObject(refused);
    await world.sql("UPDATE hold SET expires_at = created_at WHERE event_type_id = $1", [id]);
    expect((await create(id, at(120))).status).toBe(201);
  });

  test("of one place among 30 holds and bookings that are tried at once", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }], { durationsMinutes: [15] });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? create(id, at(15 * i)) : hold(id, at(15 * i)))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });

  test("for moving a booking does not count that booking", async () => {
    const id = await limited([{ scope: "host", per: "day", bookings: 1 }]);
    const booking = await world.book(id, at(0));
    const held = await hold(id, at(15), { bookingId: booking.id });
    expect(held.body).toMatchObject({ code: "slot_unavailable", reason: "off_grid" });
    const onGrid = await hold(id, at(30), { bookingId: booking.id });
    expect(onGrid.status).toBe(201);
    expect((await move(booking.id, at(30), { holdId: onGrid.body.id })).status).toBe(200);
  });
});

describe("a limit of an event type", () => {
  test("counts the bookings of all hosts together", async () => {
    const second = await world.clinic.addPerson();
    const hosts = [{ memberId: host.memberId }, { memberId: second.memberId }];
    const limits: EventTypeLimit[] = [{ scope: "event_type", per: "day", bookings: 2 }];
    const id = await limited(limits, { assignment: "round_robin", hosts });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => create(id, at(30 * i))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(await starts(id, "2026-12-01", "2026-12-02")).toEqual([]);
  });
});

describe("a limit of attendees", () => {
  const limits: EventTypeLimit[] = [{ scope: "attendee", per: "week", bookings: 1 }];

  test("bounds one booker by his address, and no other", async () => {
    const id = await limited(limits);
    await world.book(id, at(0), by("ada@example.com"));
    expect(await create(id, at(30), by("ADA@example.com"))).toMatchObject(refused);
    expect((await create(id, at(30), by("grace@example.com"))).status).toBe(201);
    expect((await create(id, at(0, 7), by("ada@example.com"))).status).toBe(201);
    expect((await starts(id, "2026-12-01", "2026-12-02")).length).toBe(14);
  });

  test("is refused to the public like a time that is taken", async () => {
    const id = await limited(limits);
    await world.book(id, at(0), by("ada@example.com"));
    const key = world.clinic.publishableKey;
    const own = await create(id, at(60), by("ada@example.com"), key);
    const taken = await create(id, at(0), by("grace@example.com"), key);
    expect(own.status).toBe(409);
    expect(Object.keys(own.body).sort()).toEqual(Object.keys(taken.body).sort());
    expect(own.body).not.toHaveProperty("reason");
    const alternatives = own.body.alternatives as unknown as { startsAt: string }[];
    expect(alternatives.map(({ startsAt }) => startsAt)).not.toContain(at(60));
  });

  test("lets one of 16 through that one booker asks for at once", async () => {
    const id = await limited(limits);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) => create(id, at(30 * i), by("ada@example.com"))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe("round robin and collective", () => {
  test("a host who has reached his limit is passed over for the next", async () => {
    const second = await world.clinic.addPerson();
    const hosts = [{ memberId: host.memberId, priority: 5 }, { memberId: second.memberId }];
    const id = await limited([{ scope: "host", per: "day", bookings: 2 }], { assignment: "round_robin", hosts });
    const chosen = [];
    for (let i = 0; i < 4; i++) chosen.push(...(await world.book(id, at(30 * i))).hostIds);
    expect(chosen).toEqual([host.memberId, host.memberId, second.memberId, second.memberId]);
    expect(await create(id, at(150))).toMatchObject(refused);
    expect(await starts(id, "2026-12-01", "2026-12-02")).toEqual([]);
  });

  test("50 at once with three hosts who may have two each: six, two of each", async () => {
    const people = [host, await world.clinic.addPerson(), await world.clinic.addPerson()];
    const hosts = people.map(({ memberId }) => ({ memberId }));
    const limits: EventTypeLimit[] = [{ scope: "host", per: "day", bookings: 2 }];
    const id = await limited(limits, { assignment: "round_robin", hosts, durationsMinutes: [5] });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => create(id, at(5 * (i % 25)))));
    const booked = answers.filter(({ status }) => status === 201).flatMap(({ body }) => body.hostIds);
    expect(booked.sort()).toEqual(people.flatMap(({ memberId }) => [memberId, memberId]).sort());
    for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer.status).toBe(409);
  });

  test("one of a collective who has reached his limit is one too many, and nobody waits for another for ever", async () => {
    const second = await world.clinic.addPerson();
    const both = [{ memberId: host.memberId }, { memberId: second.memberId }];
    await limitMember(host.memberId, [{ per: "day", bookings: 6 }]);
    await limitMember(second.memberId, [{ per: "day", bookings: 6 }]);
    const ids = [
      await limited([], { assignment: "collective", hosts: both }),
      await limited([], { assignment: "collective", hosts: both.toReversed() }),
      await limited([], { hosts: [both[1]!] }),
      await limited([], { assignment: "round_robin", hosts: [{ ...both[0]!, fixed: true }, both[1]!] }),
      await limited([], { assignment: "round_robin", hosts: [{ ...both[1]!, fixed: true }, both[0]!] }),
    ];
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => create(ids[i % 5]!, at(30 * (i % 16)))));
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const [row] = await world.sql<{ most: number }>(
      `SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM booking_host WHERE member_id = ANY ($1) GROUP BY member_id) AS each`,
      [[host.memberId, second.memberId]],
    );
    expect(row!.most).toBe(6);
  });
});

describe("what a limit may say", () => {
  test.each<[string, object[]]>([
    [
      "/limits/1/per",
      [
        { scope: "host", per: "day", bookings: 1 },
        { scope: "host", per: "day", minutes: 1 },
      ],
    ],
    ["/limits/0", [{ scope: "host", per: "day" }]],
    ["/limits/0/scope", [{ per: "day", bookings: 1 }]],
    ["/limits/0/bookings", [{ scope: "host", per: "day", bookings: 0 }]],
    ["/limits/0/per", [{ scope: "host", per: "year", bookings: 1 }]],
  ])("an event type is refused at %s for %j", async (pointer, limits) => {
    const { status, body } = await world.call("POST", "/v1/event-types", { body: { title: "Talk", limits } });
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ pointer });
  });

  test("a member's is given, read over both edges, and taken away", async () => {
    const limits = [{ per: "week", minutes: 600 }];
    const path = `/v1/members/${host.memberId}`;
    const changed = await world.call("PATCH", path, { body: { limits } });
    expect(changed.body).toMatchObject({ limits });
    const query = `{ member(id: "${host.memberId}") { limits { per bookings minutes } } }`;
    const read = await world.call("POST", "/graphql", { body: { query } });
    expect(read.body).toMatchObject({ data: { member: { limits: [{ per: "week", bookings: null, minutes: 600 }] } } });
    expect(
      (await world.call("PATCH", path, { body: { limits: [...limits, ...limits] } })).body.errors[0],
    ).toMatchObject({
      pointer: "/limits/1/per",
    });
    expect((await world.call("PATCH", path, { body: { limits: [] } })).body).toMatchObject({ limits: [] });
  });

  test("the public is not told an event type's limits", async () => {
    const id = await limited([{ scope: "event_type", per: "day", bookings: 1 }]);
    const read = (key?: string) => world.call("GET", `/v1/event-types/${id}`, key ? { key } : {});
    expect((await read()).body).toMatchObject({ limits: [{ scope: "event_type", per: "day", bookings: 1 }] });
    expect((await read(world.clinic.publishableKey)).body).not.toHaveProperty("limits");
  });
});
