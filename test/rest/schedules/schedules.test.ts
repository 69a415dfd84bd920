import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const FULL = {
  name: "Office hours",
  timeZone: "America/New_York",
  weekly: [
    { days: ["monday", "tuesday"], start: "09:00", end: "12:00" },
    { days: ["monday"], start: "20:00", end: "24:00" },
  ],
  overrides: [
    { date: "2026-12-24", intervals: [] },
    { date: "2026-12-30", intervals: [{ start: "10:00", end: "12:00" }] },
  ],
  rules: [{ rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", startsOn: "2026-01-05", start: "09:00", end: "12:00" }],
  breaks: [{ rrule: "FREQ=WEEKLY;BYDAY=MO,TU", startsOn: "2026-01-05", start: "10:30", end: "10:45" }],
  holidays: { country: "DE", region: "BY", types: ["public", "bank"] },
  travel: [{ from: "2027-03-01", to: "2027-03-14", timeZone: "Asia/Tokyo" }],
};

const AWAY = { from: "2027-03-01", to: "2027-03-14", timeZone: "Asia/Tokyo" };
const LONG = { start: "09:00", end: "17:00" };

function create(body: object, key = world.clinic.owner.key) {
  return world.call("POST", "/v1/schedules", { body, key });
}

test("a schedule is answered as it was given, and read back and listed the same", async () => {
  const { memberId } = world.clinic.admin;
  const created = await create({ ...FULL, memberId });
  expect(created.status).toBe(201);
  expect(created.headers.location).toBe(`/v1/schedules/${created.body.id}`);
  expect(created.body).toMatchObject({ ...FULL, memberId, isDefault: false, version: 1, deletedAt: null });
  expect((await world.call("GET", created.headers.location!)).body).toEqual(created.body);
  const listed = await world.call("GET", `/v1/schedules?memberId=${memberId}`);
  expect(listed.body.data.map(({ id }) => id)).toEqual([world.clinic.admin.scheduleId, created.body.id]);
});

test("a change replaces hours as a whole, and leaves what is not given", async () => {
  const { body: schedule } = await create(FULL);
  const body = { weekly: [{ days: ["sunday"], start: "08:00", end: "16:00" }] };
  const changed = await world.call("PATCH", `/v1/schedules/${schedule.id}`, { body });
  expect(changed.body).toEqual({ ...schedule, ...body, version: 2 });
});

test("rules, breaks, holidays and travel are optional: none, or public holidays of the whole country", async () => {
  const { body } = await create({ name: "Plain", timeZone: "UTC" });
  expect(body).toMatchObject({ rules: [], breaks: [], holidays: null, travel: [] });
  const patch = { holidays: { country: "FR" } };
  const changed = await world.call("PATCH", `/v1/schedules/${body.id}`, { body: patch });
  expect(changed.body).toEqual({
    ...body,
    holidays: { country: "FR", region: null, types: ["public"] },
    version: 2,
  });
  const none = await world.call("PATCH", `/v1/schedules/${body.id}`, { body: { holidays: null } });
  expect(none.body).toMatchObject({ holidays: null, version: 3 });
});

test.each<[string, object]>([
  ["/timeZone", { timeZone: "Mars/Olympus" }],
  ["/weekly/0/end", { weekly: [{ days: ["monday"], start: "17:00", end: "09:00" }] }],
  ["/weekly/0/end", { weekly: [{ days: ["monday"], start: "09:00", end: "09:00" }] }],
  ["/weekly/0/end", { weekly: [{ days: ["monday"], start: "09:00", end: "24:30" }] }],
  ["/weekly/0/start", { weekly: [{ days: ["monday"], start: "9:00", end: "12:00" }] }],
  ["/weekly/1/start", { weekly: [hours("monday", "09:00", "12:00"), hours("monday", "11:00", "13:00")] }],
  ["/weekly/0/days/0", { weekly: [hours("someday", "09:00", "12:00")] }],
  [
    "/overrides/1/date",
    {
      overrides: [
        { date: "2026-12-24", intervals: [] },
        { date: "2026-12-24", intervals: [] },
      ],
    },
  ],
  ["/overrides/0/date", { overrides: [{ date: "2026-02-30", intervals: [] }] }],
  ["/overrides/0/intervals/1/start", { overrides: [{ date: "2026-12-24", intervals: [LONG, LONG] }] }],
  ["/isDefault", { isDefault: false }],
  ["/rules/0/rrule", { rules: [rule("FREQ=SECONDLY")] }],
  ["/rules/1/rrule", { rules: [rule("FREQ=DAILY"), rule("FREQ=DAILY;BYHOUR=9")] }],
  ["/rules/0/rrule", { rules: [rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")] }],
  ["/rules/0/rrule", { rules: [rule(`FREQ=DAILY;BYMONTHDAY=${Array(250).fill("1").join(",")}`)] }],
  ["/rules/0/startsOn", { rules: [{ ...rule("FREQ=DAILY"), startsOn: "2026-02-30" }] }],
  ["/rules/0/end", { rules: [{ ...rule("FREQ=DAILY"), end: "08:00" }] }],
  ["/rules", { rules: Array(51).fill(rule("FREQ=DAILY")) }],
  ["/breaks/1/rrule", { breaks: [rule("FREQ=DAILY"), rule("FREQ=HOURLY")] }],
  ["/breaks/0/start", { breaks: [{ ...rule("FREQ=DAILY"), start: "24:00", end: "24:00" }] }],
  ["/breaks", { breaks: Array(51).fill(rule("FREQ=DAILY")) }],
  ["/holidays/country", { holidays: { country: "XX" } }],
  ["/holidays/country", { holidays: { country: "Germany" } }],
  ["/holidays/region", { holidays: { country: "DE", region: "XX" } }],
  ["/holidays/region", { holidays: { country: "IS", region: "BY" } }],
  ["/holidays/types/0", { holidays: { country: "DE", types: ["birthday"] } }],
  ["/holidays/types", { holidays: { country: "DE", types: [] } }],
  ["/travel/0/timeZone", { travel: [{ ...AWAY, timeZone: "Mars/Olympus" }] }],
  ["/travel/0/from", { travel: [{ ...AWAY, from: "2027-02-29" }] }],
  ["/travel/0/to", { travel: [{ ...AWAY, to: "2027-02-28" }] }],
  ["/travel/1/from", { travel: [AWAY, { ...AWAY, from: "2027-03-14", to: "2027-03-20" }] }],
  ["/colour", { colour: "red" }],
])("what is wrong is told at its place: %s", async (pointer, wrong) => {
  const { status, body } = await create({ ...FULL, ...wrong });
  expect(status).toBe(422);
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

function rule(rrule: string): object {
  return { rrule, startsOn: "2026-01-05", ...LONG };
}

function hours(day: string, start: string, end: string): object {
  return { days: [day], start, end };
}

test("intervals that adjoin are fine", async () => {
  const weekly = [hours("monday", "09:00", "12:00"), hours("monday", "12:00", "13:00")];
  expect((await create({ ...FULL, weekly })).status).toBe(201);
});

test("a schedule that is the default one, or that an event type uses, is not deleted", async () => {
  const { clinic, call } = world;
  const isDefault = await call("DELETE", `/v1/schedules/${clinic.owner.scheduleId}`);
  expect(isDefault.status).toBe(409);
  expect(isDefault.body.code).toBe("schedule_in_use");

  const { id } = await clinic.addSchedule();
  const eventType = await clinic.addEventType({ hosts: [{ memberId: clinic.owner.memberId, scheduleId: id }] });
  expect((await call("DELETE", `/v1/schedules/${id}`)).body.code).toBe("schedule_in_use");
  await call("DELETE", `/v1/event-types/${eventType.id}`);
  expect((await call("DELETE", `/v1/schedules/${id}`)).status).toBe(204);
});

test("a deleted schedule is gone, but listed with the deleted ones", async () => {
  const { id } = await world.clinic.addSchedule();
  await world.call("DELETE", `/v1/schedules/${id}`);
  expect((await world.call("GET", `/v1/schedules/${id}`)).status).toBe(404);
  const ids = async (query: string) =>
    (await world.call("GET", `/v1/schedules?${query}`)).body.data.map((each) => each.id);
  expect(await ids("limit=100")).not.toContain(id);
  expect(await ids("limit=100&deleted=true")).toContain(id);
});

test("a plain member sees and makes his own alone", async () => {
  const { member, owner } = world.clinic;
  expect((await create(FULL, member.key)).body).toMatchObject({ memberId: member.memberId });
  expect((await create({ ...FULL, memberId: owner.memberId }, member.key)).status).toBe(403);
  const path = `/v1/schedules/${owner.scheduleId}`;
  expect((await world.call("GET", path, { key: member.key })).status).toBe(404);
  expect((await world.call("PATCH", path, { key: member.key, body: { name: "Mine" } })).status).toBe(404);
  const { body } = await world.call("GET", "/v1/schedules", { key: member.key });
  expect(new Set(body.data.map((each) => each.memberId))).toEqual(new Set([member.memberId]));
});

test("a schedule is made the default one in place of another, which says so of itself", async () => {
  const { memberId, scheduleId } = await world.clinic.addPerson();
  const { body: made } = await create({ ...FULL, memberId, isDefault: true });
  expect(made).toMatchObject({ isDefault: true });
  expect((await world.call("GET", `/v1/schedules/${scheduleId}`)).body).toMatchObject({ isDefault: false, version: 2 });
  await world.call("PATCH", `/v1/schedules/${scheduleId}`, { body: { isDefault: true } });
  expect((await world.call("GET", `/v1/schedules/${made.id}`)).body).toMatchObject({ isDefault: false, version: 2 });
});
