import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventTypeInput } from "../../../src/domain/event-type/event-type-input.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { NOW } from "../../support/domain-context.ts";
import type { Answer, AnswerBody, CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

interface Occurrence {
  recurrenceId: string;
  bookingId: string;
  status: string;
  startsAt: string;
  free: boolean;
  reason?: string;
  hosts?: { hostId: string; reasons: string[] }[];
}
type SeriesBody = Omit<AnswerBody, "conflicts"> & {
  occurrences: Occurrence[];
  conflicts: { startsAt: string; reason?: string }[];
};
type SeriesAnswer = Omit<Answer, "body"> & { body: SeriesBody };

const asSeries = async (answer: Promise<Answer>) => (await answer) as unknown as SeriesAnswer;

interface Times {
  rrule?: string;
  exDates?: string[];
  zone?: "attendee" | "host";
}

/** Each Tuesday at ten in Berlin, three times, where nothing else is said. */
const START = "2027-01-12T09:00:00.000Z";

function request(eventTypeId: string, startsAt: string, { rrule = "FREQ=WEEKLY;COUNT=3", ...times }: Times, more = {}) {
  return bookingRequest(eventTypeId, startsAt, { recurrence: { rrule, ...times }, mode: "all_or_nothing", ...more });
}

const create = (
  eventTypeId: string,
  startsAt = START,
  times: Times = {},
  more: object = {},
  options: CallOptions = {},
) => asSeries(world.call("POST", "/v1/series", { body: request(eventTypeId, startsAt, times, more), ...options }));

function preview(
  eventTypeId: string,
  startsAt = START,
  times: Times = {},
  more: object = {},
  options: CallOptions = {},
) {
  const { rrule = "FREQ=WEEKLY;COUNT=3", ...others } = times;
  const body = { eventTypeId, startsAt, timeZone: "Europe/Berlin", recurrence: { rrule, ...others }, ...more };
  return asSeries(world.call("POST", "/v1/series/preview", { body, ...options }));
}

/** At any time of any day. */
const ANYWHERE = { override: ["day_off", "outside_hours", "off_grid"] };
const startsOf = ({ body }: SeriesAnswer) => body.occurrences.map(({ startsAt }) => startsAt);
const pointersOf = ({ body }: SeriesAnswer) => body.errors.map(({ pointer }) => pointer);
const count = async (table: string) =>
  (await world.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

/** No overlap, and every booking that takes time has as many claims as hosts. */
async function expectConsistentClaims(): Promise<void> {
  const overlapping = await world.sql(
    "SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during",
  );
  expect(overlapping).toEqual([]);
  const claimless = await world.sql(
    `SELECT b.id FROM booking b WHERE b.status = 'confirmed' AND b.group_session_id IS NULL
       AND (SELECT count(*) FROM claim c WHERE c.booking_id = b.id) <> (SELECT count(*) FROM booking_host h WHERE h.booking_id = b.id)
           + (SELECT count(*) FROM booking_resource r WHERE r.booking_id = b.id)
     UNION ALL SELECT c.booking_id FROM claim c JOIN booking b ON b.id = c.booking_id AND b.status = 'cancelled'`,
  );
  expect(claimless).toEqual([]);
}

describe("a series", () => {
  test("is answered whole, and each occurrence is a booking of its own", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({ bufferAfterMinutes: 10 });
    const headers = { "X-Request-Id": "whole" };
    const times = { rrule: "FREQ=WEEKLY;COUNT=4", exDates: ["2027-01-26"] };
    const {
      status,
      body,
      headers: answered,
    } = await create(eventTypeId, START, times, { notes: "Bring it." }, { headers });
    expect(status).toBe(201);
    expect(answered.location).toBe(`/v1/series/${body.id}`);
    const occurrence = (startsAt: string) => ({
      recurrenceId: startsAt,
      bookingId: expect.stringMatching(/^bkg_/),
      status: "confirmed",
      startsAt,
      endsAt: startsAt.replace(":00:00.", ":30:00."),
    });
    expect(body).toEqual({
      id: expect.stringMatching(/^srs_/),
      eventTypeId,
      mode: "all_or_nothing",
      recurrence: { ...times, zone: "attendee", timeZone: "Europe/Berlin" },
      startsAt: START,
      durationMinutes: 30,
      timeZone: "Europe/Berlin",
      hostIds: [world.clinic.owner.memberId],
      occurrences: [START, "2027-01-19T09:00:00.000Z", "2027-02-02T09:00:00.000Z"].map(occurrence),
      conflicts: [],
      createdAt: NOW,
    });
    expect((await world.call("GET", `/v1/series/${body.id}`)).body).toEqual(body);

    const { data } = (await world.call("GET", `/v1/bookings?seriesId=${body.id}`)).body;
    expect(data.map(({ id }) => id)).toEqual(body.occurrences.map(({ bookingId }) => bookingId));
    expect(data[1]).toMatchObject({ seriesId: body.id, recurrenceId: "2027-01-19T09:00:00.000Z", notes: "Bring it." });

    const told = await world.sql<{ type: string }>(
      "SELECT type FROM outbox_event WHERE request_id = 'whole' ORDER BY id",
    );
    expect(told.map(({ type }) => type)).toEqual(["series.created", ...Array<string>(3).fill("booking.created")]);
    const audited = await world.sql<{ object_id: string }>(
      "SELECT object_id FROM audit_entry JOIN audit_origin ON audit_entry_id = id WHERE request_id = 'whole' AND action LIKE '%.created'",
    );
    expect(new Set(audited.map((line) => line.object_id))).toEqual(
      new Set([body.id, ...body.occurrences.map(({ bookingId }) => bookingId)]),
    );
    expect((await world.call("POST", `/v1/bookings/${data[0]!.id}/cancel`)).status).toBe(200);
    const left = (await asSeries(world.call("GET", `/v1/series/${body.id}`))).body.occurrences;
    expect(left.map(({ status }) => status)).toEqual(["cancelled", "confirmed", "confirmed"]);
  });

  test("keeps the wall clock of the attendee over daylight saving, and a time in the gap the offset before it", async () => {
    const { id } = await world.clinic.addEventType();
    const starts = async (startsAt: string, rrule: string, timeZone: string) =>
      startsOf(await preview(id, startsAt, { rrule }, { timeZone }));
    const weekly = "FREQ=WEEKLY;COUNT=3";
    expect(await starts("2027-03-22T10:00:00+01:00", weekly, "Europe/Berlin")).toEqual([
      "2027-03-22T09:00:00.000Z",
      "2027-03-29T08:00:00.000Z",
      "2027-04-05T08:00:00.000Z",
    ]);
    expect(await starts("2027-10-25T10:00:00+02:00", weekly, "Europe/Berlin")).toEqual([
      "2027-10-25T08:00:00.000Z",
      "2027-11-01T09:00:00.000Z",
      "2027-11-08T09:00:00.000Z",
    ]);
    expect(await starts("2027-03-08T10:00:00-03:30", weekly, "America/St_Johns")).toEqual([
      "2027-03-08T13:30:00.000Z",
      "2027-03-15T12:30:00.000Z",
      "2027-03-22T12:30:00.000Z",
    ]);
    // 02:30 is skipped on 28 March, and comes twice on 31 October: the first of the two counts.
    expect(await starts("2027-03-27T02:30:00+01:00", "FREQ=DAILY;COUNT=3", "Europe/Berlin")).toEqual([
      "2027-03-27T01:30:00.000Z",
      "2027-03-28T01:30:00.000Z",
      "2027-03-29T00:30:00.000Z",
    ]);
    expect(await starts("2027-10-30T02:30:00+02:00", "FREQ=DAILY;COUNT=3", "Europe/Berlin")).toEqual([
      "2027-10-30T00:30:00.000Z",
      "2027-10-31T00:30:00.000Z",
      "2027-11-01T01:30:00.000Z",
    ]);
  });

  test("keeps the wall clock of the host where that is asked for", async () => {
    const { id } = await world.clinic.addEventType();
    const { body } = await preview(id, "2027-03-22T09:00:00Z", { zone: "host" }, { timeZone: "America/New_York" });
    expect(body.occurrences.map(({ startsAt, free }) => [startsAt, free])).toEqual([
      ["2027-03-22T09:00:00.000Z", true],
      ["2027-03-29T08:00:00.000Z", true],
      ["2027-04-05T08:00:00.000Z", true],
    ]);
    expect(body).toMatchObject({ recurrence: { zone: "host", timeZone: "Europe/Berlin" } });
  });

  test("books nothing where one of the times is taken, and says which and why", async () => {
    const { id } = await world.clinic.addEventType();
    const starts = "2027-01-13T09:00:00Z";
    await world.book(id, "2027-01-20T09:00:00Z");
    const before = await count("booking");
    const headers = { "Idempotency-Key": "one-is-taken" };
    const refused = await create(id, starts, {}, {}, { headers });
    expect([refused.status, refused.body.code]).toEqual([409, "series_unavailable"]);
    expect(refused.body.conflicts).toEqual([{ startsAt: "2027-01-20T09:00:00.000Z", reason: "booked" }]);
    expect(await count("booking")).toBe(before);
    const again = await create(id, starts, {}, {}, { headers });
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.text).toBe(refused.text);

    const byPage = await create(id, starts, {}, {}, { key: world.clinic.publishableKey });
    expect(byPage.body.conflicts).toEqual([{ startsAt: "2027-01-20T09:00:00.000Z" }]);
  });

  test("books what is free with best effort, and keeps what was not", async () => {
    const { id } = await world.clinic.addEventType();
    await world.book(id, "2027-01-21T09:00:00Z");
    const best = { mode: "best_effort" };
    // A Thursday; the second one is taken.
    const { status, body } = await create(id, "2027-01-14T09:00:00Z", {}, best);
    expect(status).toBe(201);
    expect(body.occurrences.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(["2027-01-14", "2027-01-28"]);
    expect(body.conflicts).toEqual([{ startsAt: "2027-01-21T09:00:00.000Z", reason: "booked" }]);
    expect((await world.call("GET", `/v1/series/${body.id}`)).body).toEqual(body);
    const none = await create(id, "2027-01-17T09:00:00Z", {}, best);
    expect([none.status, none.body.conflicts.map(({ reason }) => reason)]).toEqual([409, Array(3).fill("day_off")]);
  });

  test("gets one answer under one idempotency key", async () => {
    const { id } = await world.clinic.addEventType();
    const call = () => create(id, "2027-01-15T09:00:00Z", {}, {}, { headers: { "Idempotency-Key": "series-once" } });
    const answers = await Promise.all([call(), call(), call()]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === "true")).toHaveLength(2);
  });

  test("is only theirs to see who may see its bookings", async () => {
    const { id } = await world.clinic.addEventType();
    const { body } = await create(id, "2027-01-18T09:00:00Z");
    const as = async (key: string) => (await world.call("GET", `/v1/series/${body.id}`, { key })).status;
    const { admin, member, publishableKey } = world.clinic;
    expect(await as(admin.key)).toBe(200);
    expect(await as(member.key)).toBe(404);
    expect(await as(world.stranger.owner.key)).toBe(404);
    expect(await as(publishableKey)).toBe(403);
  });
});

describe("a preview", () => {
  test("says of each time whether it is free, tells members why not by host, and writes nothing", async () => {
    const { admin, owner } = world.clinic;
    const hosts = [{ memberId: owner.memberId }, { memberId: admin.memberId }];
    const { id } = await world.clinic.addEventType({ assignment: "collective", hosts });
    const { id: adminsOwn } = await world.clinic.addEventType({ hosts: [{ memberId: admin.memberId }] });
    await world.book(adminsOwn, "2027-02-16T09:00:00Z");
    const written = await Promise.all(["booking", "claim", "outbox_event", "series"].map(count));
    const { status, body } = await preview(id, "2027-02-09T09:00:00Z", { rrule: "FREQ=DAILY;INTERVAL=7;COUNT=2" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ hostIds: [owner.memberId, admin.memberId] });
    expect(body.occurrences).toEqual([
      { startsAt: "2027-02-09T09:00:00.000Z", endsAt: "2027-02-09T09:30:00.000Z", free: true },
      {
        startsAt: "2027-02-16T09:00:00.000Z",
        endsAt: "2027-02-16T09:30:00.000Z",
        free: false,
        reason: "booked",
        hosts: [
          { hostId: owner.memberId, reasons: [] },
          { hostId: admin.memberId, reasons: ["booked"] },
        ],
      },
    ]);
    expect(await Promise.all(["booking", "claim", "outbox_event", "series"].map(count))).toEqual(written);

    const byPage = await preview(id, "2027-02-09T09:00:00Z", {}, {}, { key: world.clinic.publishableKey });
    expect(byPage.body.occurrences[1]).toEqual({
      startsAt: "2027-02-16T09:00:00.000Z",
      endsAt: "2027-02-16T09:30:00.000Z",
      free: false,
    });
  });

  test("knows that occurrences may be in each other's way", async () => {
    const { id } = await world.clinic.addEventType({ durationsMinutes: [1440], bufferAfterMinutes: 15 });
    const { body } = await preview(id, "2031-01-14T09:00:00Z", { rrule: "FREQ=DAILY;COUNT=3" }, ANYWHERE);
    expect(body.occurrences.map(({ reason }) => reason)).toEqual([undefined, "buffer", undefined]);
    const best = { ...ANYWHERE, mode: "best_effort" };
    const booked = await create(id, "2031-01-14T09:00:00Z", { rrule: "FREQ=DAILY;COUNT=3" }, best);
    expect(booked.body.occurrences).toHaveLength(2);
  });
});

describe("a rule", () => {
  test.each([
    ["endless", "FREQ=DAILY", "/recurrence/rrule"],
    ["by the second", "FREQ=SECONDLY;COUNT=3", "/recurrence/rrule"],
    ["by the minute", "FREQ=MINUTELY;COUNT=3", "/recurrence/rrule"],
    ["by the hour", "FREQ=HOURLY;COUNT=3", "/recurrence/rrule"],
    ["of more than 730 times by COUNT", "FREQ=DAILY;COUNT=731", "/recurrence/rrule"],
    ["of more than 730 times by UNTIL", "FREQ=DAILY;UNTIL=20300101", "/recurrence/rrule"],
    ["that ends in the year 9999", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=12;UNTIL=99991231", "/recurrence/rrule"],
    ["that never comes to its COUNT", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "/recurrence/rrule"],
    ["that does not name the date it starts on", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "/startsAt"],
    ["that is none", "every Tuesday", "/recurrence/rrule"],
  ])("%s is refused, and the answer says where", async (_, rrule, pointer) => {
    const { id } = await world.clinic.addEventType();
    const refused = await create(id, START, { rrule });
    expect([refused.status, pointersOf(refused)]).toEqual([422, [pointer]]);
  });

  test("of which every date is left out is refused, and so is a date that does not exist", async () => {
    const { id } = await world.clinic.addEventType();
    const none = await create(id, START, { rrule: "FREQ=WEEKLY;COUNT=1", exDates: ["2027-01-12"] });
    expect(pointersOf(none)).toEqual(["/recurrence/exDates"]);
    const wrong = await create(id, START, { exDates: ["2027-02-30"] });
    expect(pointersOf(wrong)).toEqual(["/recurrence/exDates/0"]);
  });

  test("of 730 days is booked in one call", async () => {
    const { id } = await world.clinic.addEventType();
    const { status, body } = await create(id, "2029-01-01T03:00:00Z", { rrule: "FREQ=DAILY;COUNT=730" }, ANYWHERE);
    expect([status, body.occurrences.length]).toEqual([201, 730]);
    expect(
      await world.sql("SELECT FROM claim WHERE booking_id IN (SELECT id FROM booking WHERE series_id = $1)", [body.id]),
    ).toHaveLength(730);
  });
});

describe("in a round robin", () => {
  test("one host serves all of it: the first in turn who can, or with best effort who can most of it", async () => {
    const { admin, member } = world.clinic;
    const hosts = [{ memberId: admin.memberId }, { memberId: member.memberId }];
    const { id } = await world.clinic.addEventType({ assignment: "round_robin", hosts });
    await world.book(id, "2027-03-09T09:00:00Z", { hostId: admin.memberId });
    // The other one is first by turn now, but is booked twice.
    const { id: own } = await world.clinic.addEventType({ hosts: [{ memberId: member.memberId }] });
    for (const day of ["02", "16"]) await world.book(own, `2027-03-${day}T09:00:00Z`);
    const best = await create(id, "2027-03-02T09:00:00Z", {}, { mode: "best_effort" });
    expect([best.body.hostIds, best.body.occurrences.length]).toEqual([[admin.memberId], 2]);

    const all = await create(id, "2027-03-03T09:00:00Z");
    expect(all.body.hostIds).toEqual([member.memberId]);
    const uses = await world.sql<{ used: number }>("SELECT used FROM host_use WHERE event_type_id = $1 ORDER BY used", [
      id,
    ]);
    // Who is new stands where the other one stood before his last booking: each counts for three more.
    expect(uses.map(({ used }) => used)).toEqual([3, 5]);
  });
});

describe("limits", () => {
  test("count the occurrences of a series together", async () => {
    const { id } = await world.clinic.addEventType({ limits: [{ scope: "event_type", per: "week", bookings: 2 }] });
    const daily = { rrule: "FREQ=DAILY;COUNT=3" };
    await world.book(id, "2027-04-14T08:00:00Z");
    const refused = await create(id, "2027-04-13T12:00:00Z", daily);
    expect(refused.body.conflicts).toEqual([
      { startsAt: "2027-04-14T12:00:00.000Z", reason: "limit" },
      { startsAt: "2027-04-15T12:00:00.000Z", reason: "limit" },
    ]);
    const best = await create(id, "2027-04-13T12:00:00Z", daily, { mode: "best_effort" });
    expect(best.body.occurrences).toHaveLength(1);
    const set = await create(id, "2027-04-20T12:00:00Z", daily, { override: ["limit"] });
    expect(set.status).toBe(201);
  });

  test("come before a room that is closed, as availability has it, in a preview too", async () => {
    const room = { name: "Closed", kind: "closed-room", timeZone: "UTC", hours: { weekly: [] } };
    const { body: closed } = await world.call("POST", "/v1/resources", { body: room });
    const { id } = await world.clinic.addEventType({ limits: [{ scope: "event_type", per: "day", bookings: 1 }] });
    await world.book(id, "2027-06-09T08:00:00Z");
    await world.call("PATCH", `/v1/event-types/${id}`, { body: { resources: [{ resourceId: closed.id }] } });
    const { body } = await preview(id, "2027-06-08T12:00:00Z", { rrule: "FREQ=DAILY;COUNT=3" });
    expect(body.occurrences.map(({ reason }) => reason)).toEqual(["resource", "limit", "resource"]);
    const range = "from=2027-06-08T00:00:00Z&to=2027-06-11T00:00:00Z&timeZone=UTC";
    for (const { startsAt, reason } of body.occurrences) {
      const told = await world.call("GET", `/v1/availability?eventTypeId=${id}&${range}&at=${startsAt}`);
      expect(told.body).toMatchObject({ asked: { offered: false, reason } });
    }
  });

  test("of bookers, in minutes, count too, and hold against series at the same moment", async () => {
    const limits = [{ scope: "attendee" as const, per: "month" as const, minutes: 150 }];
    const { id } = await world.clinic.addEventType({ limits });
    const days = [3, 4, 5, 6, 7].map((day) => `2027-05-0${day}T12:00:00Z`);
    const daily = { rrule: "FREQ=WEEKLY;COUNT=2" };
    const answers = await Promise.all(days.map((day) => create(id, day, daily)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.conflicts).toMatchObject([{ reason: "limit" }]);
    }
  });
});

test("rooms are chosen for each occurrence from what is free", async () => {
  const room = async () =>
    (await world.call("POST", "/v1/resources", { body: { name: "Room", kind: "cell", timeZone: "UTC" } })).body.id;
  const [first, second] = [await room(), await room()];
  const { id } = await world.clinic.addEventType({ resources: [{ kind: "cell", count: 1 }] });
  const { admin } = world.clinic;
  const { id: others } = await world.clinic.addEventType({
    hosts: [{ memberId: admin.memberId }],
    resources: [{ resourceId: first }],
  });
  await world.book(others, "2027-06-08T09:00:00Z");
  const { body } = await create(id, "2027-06-01T09:00:00Z");
  const { data } = (await world.call("GET", `/v1/bookings?seriesId=${body.id}`)).body;
  expect(data.map(({ resourceIds }) => resourceIds)).toEqual([[first], [second], [first]]);
});

test("series and single bookings of the same hosts at the same moment: no overlap, nothing half, and no 5xx", async () => {
  const { admin, owner } = world.clinic;
  const [a, b] = [{ memberId: owner.memberId }, { memberId: admin.memberId }];
  const [ab, ba, single] = [
    await world.clinic.addEventType({ assignment: "collective", hosts: [a, b] }),
    await world.clinic.addEventType({ assignment: "collective", hosts: [b, a] }),
    await world.clinic.addEventType({ hosts: [b] }),
  ];
  const startsAt = (week: number) => new Date(Date.parse("2028-01-04T09:00:00Z") + week * 7 * 86_400_000).toISOString();
  const weekly = { rrule: "FREQ=WEEKLY;COUNT=6" };
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i): Promise<{ status: number }> => {
      if (i % 3 === 0) return create(ab.id, startsAt(i % 5), weekly, { mode: "best_effort" });
      if (i % 3 === 1) return create(ba.id, startsAt(i % 4), weekly);
      return world.call("POST", "/v1/bookings", { body: bookingRequest(single.id, startsAt(i % 9)) });
    }),
  );
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const half = await world.sql(
    `SELECT series_id FROM booking JOIN series s ON s.id = series_id WHERE s.event_type_id = $1
     GROUP BY series_id HAVING count(*) <> 6`,
    [ba.id],
  );
  expect(half).toEqual([]);
  await expectConsistentClaims();
});

describe("of a series", () => {
  const command = (id: string, verb: "cancel" | "reschedule", body: object, options: CallOptions = {}) =>
    asSeries(world.call("POST", `/v1/series/${id}/${verb}`, { body, ...options }));
  const statusesOf = ({ body }: SeriesAnswer) => body.occurrences.map(({ status }) => status);
  const claimsOf = (id: string) =>
    world.sql("SELECT FROM claim WHERE booking_id IN (SELECT id FROM booking WHERE series_id = $1)", [id]);
  /** A Tuesday that no other test uses, at ten in Berlin. */
  let weeks = 0;
  const nextTuesday = () => new Date(Date.parse("2032-01-06T09:00:00Z") + 10 * weeks++ * 7 * 86_400_000).toISOString();

  test("one occurrence is cancelled, it and those after it, or all; what has begun stays", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { body } = await create(eventTypeId, nextTuesday(), { rrule: "FREQ=WEEKLY;COUNT=4" });
    const [, second, third] = body.occurrences;
    const one = await command(body.id, "cancel", { scope: "this", recurrenceId: second!.recurrenceId, reason: "Ill" });
    expect(statusesOf(one)).toEqual(["confirmed", "cancelled", "confirmed", "confirmed"]);
    const headers = { "X-Request-Id": "cancel-following", "Idempotency-Key": "cancel-following" };
    const following = { scope: "this_and_following", recurrenceId: third!.recurrenceId };
    const rest = await command(body.id, "cancel", following, { headers });
    expect(statusesOf(rest)).toEqual(["confirmed", "cancelled", "cancelled", "cancelled"]);
    expect(await claimsOf(body.id)).toHaveLength(1);
    expect((await world.call("GET", `/v1/series/${body.id}`)).body).toEqual(rest.body);
    const told = await world.sql<{ type: string }>(
      "SELECT type FROM outbox_event WHERE request_id = 'cancel-following' ORDER BY id",
    );
    expect(told.map(({ type }) => type)).toEqual(["series.cancelled", "booking.cancelled", "booking.cancelled"]);
    const again = await command(body.id, "cancel", following, { headers });
    expect([again.headers["idempotency-replayed"], again.text]).toEqual(["true", rest.text]);

    world.clock.moveTo(new Date(Date.parse(body.startsAt) + 60_000).toISOString());
    try {
      expect(statusesOf(await command(body.id, "cancel", { scope: "all" }))[0]).toBe("confirmed");
    } finally {
      world.clock.moveTo(NOW);
    }
    expect(statusesOf(await command(body.id, "cancel", { scope: "all" }))).toEqual(Array(4).fill("cancelled"));
    expect(await claimsOf(body.id)).toEqual([]);
  });

  test("all occurrences move by as much on the wall clock, into each other's old times and over daylight saving", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    // The clocks go forward on 27 March 2033.
    const { body } = await create(eventTypeId, "2033-03-15T09:00:00Z");
    const [first] = body.occurrences;
    const { recurrenceId } = first!;
    const moved = await command(body.id, "reschedule", {
      scope: "all",
      recurrenceId,
      startsAt: "2033-03-22T10:30:00+01:00",
    });
    expect(startsOf(moved)).toEqual([
      "2033-03-22T09:30:00.000Z",
      "2033-03-29T08:30:00.000Z",
      "2033-04-05T08:30:00.000Z",
    ]);
    expect(moved.body.occurrences.map((each) => each.recurrenceId)).toEqual(
      body.occurrences.map((each) => each.recurrenceId),
    );
    const following = { scope: "this_and_following", recurrenceId: body.occurrences[1]!.recurrenceId };
    const later = await command(body.id, "reschedule", { ...following, startsAt: "2033-03-30T11:00:00+02:00" });
    expect(startsOf(later)).toEqual([
      "2033-03-22T09:30:00.000Z",
      "2033-03-30T09:00:00.000Z",
      "2033-04-06T09:00:00.000Z",
    ]);
    expect((await world.call("GET", `/v1/series/${body.id}`)).body).toEqual(later.body);
    const { data } = (await world.call("GET", `/v1/bookings?seriesId=${body.id}`)).body;
    expect(data.map(({ version }) => version)).toEqual([2, 3, 3]);
    const agenda = await world.sql<{ starts_at: Date }>(
      `SELECT h.starts_at FROM booking_host h JOIN claim c USING (booking_id) WHERE h.starts_at = lower(c.during)
         AND booking_id IN (SELECT id FROM booking WHERE series_id = $1) ORDER BY 1`,
      [body.id],
    );
    expect(agenda.map(({ starts_at }) => starts_at.toISOString())).toEqual(startsOf(later));
  });

  test("nothing moves where one of the new times is taken, or a limit would be exceeded, and the answer says which", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({
      limits: [{ scope: "event_type", per: "week", bookings: 1 }],
    });
    const { id: others } = await world.clinic.addEventType();
    const startsAt = nextTuesday();
    const after = (days: number, hours = 0) =>
      new Date(Date.parse(startsAt) + days * 86_400_000 + hours * 3_600_000).toISOString();
    const { body } = await create(eventTypeId, startsAt);
    await world.book(others, after(8));
    const all = { scope: "all", recurrenceId: startsAt };
    const refused = await command(body.id, "reschedule", { ...all, startsAt: after(1) });
    expect([refused.status, refused.body.code, refused.body.conflicts]).toEqual([
      409,
      "series_unavailable",
      [{ startsAt: after(8), reason: "booked" }],
    ]);
    // Two weeks on, where another booking of this event type is in the way of the last one.
    await world.book(eventTypeId, after(30));
    const full = await command(body.id, "reschedule", { ...all, startsAt: after(14, 1) });
    expect(full.body.conflicts).toEqual([{ startsAt: after(28, 1), reason: "limit" }]);
    expect(startsOf(await asSeries(world.call("GET", `/v1/series/${body.id}`)))).toEqual(
      startsOf({ body } as SeriesAnswer),
    );
    expect((await command(body.id, "reschedule", { ...all, startsAt: after(0, 1) })).status).toBe(200);
  });

  test("an attendee cancels and moves by the link of one of them, before the cut-off", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({
      cancellationCutoffMinutes: 60,
      rescheduleCutoffMinutes: 60,
    });
    const startsAt = nextTuesday();
    const { body } = await create(eventTypeId, startsAt);
    const [first, second] = body.occurrences;
    const { token } = (await world.call("POST", `/v1/bookings/${second!.bookingId}/guest-links`)).body;
    const key = token!;
    expect((await asSeries(world.call("GET", `/v1/series/${body.id}`, { key }))).body.occurrences).toHaveLength(3);
    const later = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    const moved = await command(
      body.id,
      "reschedule",
      { scope: "all", recurrenceId: startsAt, startsAt: later },
      { key },
    );
    expect([moved.status, startsOf(moved)[0]]).toEqual([200, later]);
    const atNight = { scope: "all", recurrenceId: startsAt, startsAt: later.replace("T10", "T01") };
    expect((await command(body.id, "reschedule", atNight, { key })).body.conflicts).toHaveLength(3);

    world.clock.moveTo(new Date(Date.parse(startsAt) + 60_000).toISOString());
    try {
      const tooLate = await command(body.id, "cancel", { scope: "all" }, { key });
      expect([tooLate.status, tooLate.body.code]).toEqual([409, "booking_not_cancellable"]);
      const following = { scope: "this_and_following", recurrenceId: second!.recurrenceId };
      expect(statusesOf(await command(body.id, "cancel", following, { key }))).toEqual([
        "confirmed",
        "cancelled",
        "cancelled",
      ]);
    } finally {
      world.clock.moveTo(NOW);
    }
    const strange = await create(eventTypeId, nextTuesday());
    expect((await command(strange.body.id, "cancel", { scope: "all" }, { key })).status).toBe(404);
    expect(first!.status).toBe("confirmed");
  });

  test("what is meant must be said", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { body } = await create(eventTypeId, nextTuesday());
    expect(pointersOf(await command(body.id, "cancel", { scope: "this" }))).toEqual(["/recurrenceId"]);
    const none = { scope: "this", recurrenceId: "2032-01-07T09:00:00Z" };
    expect(pointersOf(await command(body.id, "cancel", none))).toEqual(["/recurrenceId"]);
  });

  test("commands on all of it and on single bookings at the same moment: no overlap, no 5xx, nothing lost", async () => {
    const { admin, owner } = world.clinic;
    const [a, b] = [{ memberId: owner.memberId }, { memberId: admin.memberId }];
    const types = [
      await world.clinic.addEventType({ assignment: "collective", hosts: [a, b] }),
      await world.clinic.addEventType({ assignment: "collective", hosts: [b, a] }),
    ];
    const week = (n: number, hours: number) =>
      new Date(Date.parse("2034-01-03T08:00:00Z") + n * 7 * 86_400_000 + hours * 3_600_000).toISOString();
    const made = await Promise.all(
      [0, 1, 2, 3].map((n) => create(types[n % 2]!.id, week(0, n), { rrule: "FREQ=WEEKLY;COUNT=5" })),
    );
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const answers = await Promise.all(
      made.flatMap(({ body: { id, startsAt, occurrences } }, n): Promise<{ status: number; text: string }>[] => {
        const all = { scope: "all", recurrenceId: startsAt };
        const following = { scope: "this_and_following", recurrenceId: occurrences[3]!.recurrenceId };
        const single = `/v1/bookings/${occurrences[1]!.bookingId}`;
        return [
          command(id, "reschedule", { ...all, startsAt: week(0, (n + 1) % 6) }),
          command(id, "reschedule", { ...all, startsAt: week(0, n + 4) }),
          command(id, "cancel", following),
          world.call("POST", `${single}/cancel`),
          world.call("POST", `/v1/bookings/${occurrences[2]!.bookingId}/reschedule`, {
            body: { startsAt: week(2, 7 - n) },
          }),
          create(types[n % 2]!.id, week(1, n), { rrule: "FREQ=WEEKLY;COUNT=3" }, { mode: "best_effort" }),
        ];
      }),
    );
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status)).map(({ text }) => text)).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(4);
    await expectConsistentClaims();
  });
});

describe("a series of a group event", () => {
  const WEEKS = [0, 1, 2].map((week) => new Date(Date.parse(START) + week * 7 * 86_400_000).toISOString());
  const sessionsOf = async (eventTypeId: string) => {
    const { body } = await world.call("GET", `/v1/group-sessions?eventTypeId=${eventTypeId}&limit=100`);
    return body.data as unknown as { id: string; startsAt: string; hostIds: string[]; placesTaken: number }[];
  };
  const takenOf = async (eventTypeId: string) => (await sessionsOf(eventTypeId)).map(({ placesTaken }) => placesTaken);
  const book = (eventTypeId: string, startsAt: string) =>
    world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt) });

  async function course(seats: number, more: Partial<EventTypeInput> = {}) {
    const hosts = [{ memberId: (await world.clinic.addPerson()).memberId }];
    return (await world.clinic.addEventType({ hosts, seats, ...more })).id;
  }

  test("takes a place of each session that is open, and opens the others", async () => {
    const id = await course(2);
    const shared = (await book(id, WEEKS[1]!)).body;
    for (let n = 0; n < 2; n++) await book(id, WEEKS[2]!);

    const seen = await preview(id);
    expect(seen.body.occurrences.map(({ free, reason }) => [free, reason])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, "seats"],
    ]);
    const bookings = await count("booking");
    const refused = await create(id);
    expect([refused.status, refused.body.conflicts]).toEqual([409, [{ startsAt: WEEKS[2], reason: "seats" }]]);
    expect([await count("booking"), await takenOf(id)]).toEqual([bookings, [1, 2]]);
    expect(
      (await create(id, START, {}, { guests: [{ email: "a@x.example" }], mode: "best_effort" })).body.conflicts,
    ).toHaveLength(2);

    const other = await course(2);
    const booked = await create(other, START, {}, { guests: [{ email: "b@x.example" }] });
    expect([booked.status, startsOf(booked)]).toEqual([201, WEEKS]);
    expect(await takenOf(other)).toEqual([2, 2, 2]);

    const { body } = await create(id, START, {}, { mode: "best_effort" });
    expect(body.occurrences.map(({ startsAt }) => startsAt)).toEqual([WEEKS[1]!]);
    const [joined] = body.occurrences;
    const got = (await world.call("GET", `/v1/bookings/${joined!.bookingId}`)).body;
    expect(got).toMatchObject({ groupSessionId: shared.groupSessionId, hostIds: shared.hostIds, seriesId: body.id });
    const [told] = await world.sql<{ booking: object }>(
      "SELECT payload->'booking' AS booking FROM outbox_event WHERE subject_id = $1",
      [got.id],
    );
    expect(told!.booking).toMatchObject({ groupSessionId: shared.groupSessionId, hostIds: shared.hostIds });
    expect(await takenOf(id)).toEqual([2, 2, 2]);
  });

  test("gives its places back when it is cancelled, and is moved booking by booking", async () => {
    const id = await course(3);
    await book(id, WEEKS[0]!);
    const { body } = await create(id);
    expect(await takenOf(id)).toEqual([2, 1, 1]);
    const { recurrenceId, bookingId } = body.occurrences[1]!;
    const move = { scope: "this", recurrenceId, startsAt: new Date(Date.parse(WEEKS[1]!) + 3_600_000).toISOString() };
    const moved = await world.call("POST", `/v1/series/${body.id}/reschedule`, { body: move });
    expect([moved.status, moved.body.code]).toEqual([409, "booking_not_reschedulable"]);
    const alone = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, {
      body: { startsAt: move.startsAt },
    });
    expect([alone.status, alone.body]).toMatchObject([200, { seriesId: body.id }]);
    expect((await world.call("POST", `/v1/series/${body.id}/cancel`, { body: { scope: "all" } })).status).toBe(200);
    expect(await takenOf(id)).toEqual([1, 0, 0, 0]);
    const claims = await world.sql(
      "SELECT FROM claim c JOIN group_session s ON s.id = c.session_id WHERE event_type_id = $1",
      [id],
    );
    expect(claims).toHaveLength(1);
    await expectConsistentClaims();
  });

  test("is held each time by the first in turn who is free then, within his limits", async () => {
    const [one, two] = [await world.clinic.addPerson(), await world.clinic.addPerson()];
    const hosts = [{ memberId: one.memberId }, { memberId: two.memberId, priority: -1 }];
    const id = await course(2, {
      hosts,
      assignment: "round_robin",
      limits: [{ scope: "host", per: "day", bookings: 1 }],
    });
    const single = await world.clinic.addEventType({ hosts: [{ memberId: one.memberId }] });
    await world.book(single.id, WEEKS[1]!);
    const { body } = await create(id);
    expect(body.hostIds).toEqual([]);
    expect((await sessionsOf(id)).map(({ hostIds }) => hostIds)).toEqual([
      [one.memberId],
      [two.memberId],
      [one.memberId],
    ]);
    // The same day once more: who has his one appointment of the day joins it, or leaves it to the other.
    expect((await create(id)).status).toBe(201);
    expect((await create(id, START, { rrule: "FREQ=DAILY;COUNT=1" })).status).toBe(201);
    const full = await create(id, new Date(Date.parse(START) + 7_200_000).toISOString(), {
      rrule: "FREQ=DAILY;COUNT=1",
    });
    expect(full.body.conflicts).toMatchObject([{ reason: "limit" }]);
    await expectConsistentClaims();
  });

  test("12 at once, with single bookings among them and two that end: as many as there are places, and none waits for good", async () => {
    const id = await course(5);
    const early = [await create(id), await create(id)];
    const answers = await Promise.all([
      ...Array.from({ length: 12 }, () => create(id)),
      ...early.map(({ body }) => world.call("POST", `/v1/series/${body.id}/cancel`, { body: { scope: "all" } })),
      ...WEEKS.map((startsAt) => book(id, startsAt)),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const counted = await world.sql<{ taken: number; places: number }>(
      `SELECT taken, (SELECT sum(places)::int FROM booking WHERE group_session_id = s.id) AS places
       FROM group_session s WHERE event_type_id = $1 AND taken > 0`,
      [id],
    );
    expect(counted).toHaveLength(3);
    for (const { taken, places } of counted) expect([taken, taken <= 5]).toEqual([places, true]);
    await expectConsistentClaims();
  });
});
