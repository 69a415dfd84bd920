import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import { deleteEventType } from "../../../src/domain/event-type/delete-event-type.ts";
import { getMember } from "../../../src/domain/identity/get-member.ts";
import { createSchedule } from "../../../src/domain/schedule/create-schedule.ts";
import { deleteSchedule } from "../../../src/domain/schedule/delete-schedule.ts";
import { getSchedule } from "../../../src/domain/schedule/get-schedule.ts";
import { listSchedules, type ListSchedulesInput } from "../../../src/domain/schedule/list-schedules.ts";
import type { WeeklyRule } from "../../../src/domain/schedule/schedule.ts";
import { updateSchedule } from "../../../src/domain/schedule/update-schedule.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createTestDomain, NOW, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, pointersOf, refusalOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
});

afterAll(() => domain.close());

const BERLIN = { name: "Office hours", timeZone: "Europe/Berlin" };
const MORNINGS: WeeklyRule[] = [{ days: ["monday", "friday"], start: "08:00", end: "12:00" }];

/** A member of his own for each test, since a member's first schedule is a special one. */
async function newMember(): Promise<{ memberId: string; ctx: DomainContext }> {
  const memberId = await clinic.addMember();
  return { memberId, ctx: clinic.as(memberId) };
}

const eventsOf = async (subjectId: string) => {
  const events = await domain.db.prisma.outboxEvent.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });
  return events.map(({ type }) => type);
};

test("a schedule is the caller's and has no hours, unless told otherwise", async () => {
  const { memberId, ctx } = await newMember();
  const schedule = await createSchedule(ctx, BERLIN);
  expect(schedule).toEqual({
    id: expect.stringMatching(/^sch_/),
    organisationId: clinic.id,
    memberId,
    name: "Office hours",
    timeZone: "Europe/Berlin",
    weekly: [],
    overrides: [],
    rules: [],
    breaks: [],
    holidays: null,
    travel: [],
    isDefault: true,
    version: 1,
    createdAt: new Date(NOW),
    updatedAt: new Date(NOW),
    deletedAt: null,
  });
  expect(await getSchedule(ctx, schedule.id)).toEqual(schedule);
});

test("the first schedule becomes the member's default one, the second does not", async () => {
  const { memberId, ctx } = await newMember();
  const first = await createSchedule(ctx, BERLIN);
  const second = await createSchedule(ctx, BERLIN);
  expect(second.isDefault).toBe(false);
  expect(await getMember(ctx, memberId)).toMatchObject({ defaultScheduleId: first.id, version: 2 });
  expect(await eventsOf(memberId)).toEqual(["member.updated"]);
});

test("of first schedules made at once, one becomes the default", async () => {
  const { ctx } = await newMember();
  const made = await Promise.all(Array.from({ length: 8 }, () => createSchedule(ctx, BERLIN)));
  expect(made.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test("making another one the default raises the versions of the member and of both schedules", async () => {
  const { memberId, ctx } = await newMember();
  const first = await createSchedule(ctx, BERLIN);
  const second = await createSchedule(ctx, BERLIN);
  const made = await updateSchedule(ctx, { scheduleId: second.id, isDefault: true });
  expect(made).toMatchObject({ isDefault: true, version: 2 });
  expect(await getSchedule(ctx, second.id)).toEqual(made);
  expect(await getSchedule(ctx, first.id)).toMatchObject({ isDefault: false, version: 2 });
  expect(await getMember(ctx, memberId)).toMatchObject({ defaultScheduleId: second.id, version: 3 });

  const third = await createSchedule(ctx, { ...BERLIN, isDefault: true });
  expect(third).toMatchObject({ isDefault: true, version: 1 });
  expect(await getSchedule(ctx, second.id)).toMatchObject({ isDefault: false, version: 3 });
  expect(await eventsOf(second.id)).toEqual(["schedule.created", "schedule.updated", "schedule.updated"]);
});

test("schedules made the default at once and in turns leave exactly one, without deadlock", async () => {
  const { memberId, ctx } = await newMember();
  const made = await Promise.all(Array.from({ length: 4 }, () => createSchedule(ctx, BERLIN)));
  const twice = [...made, ...made];
  await Promise.all(
    twice.map(({ id }) => updateSchedule(ctx, { scheduleId: id, isDefault: true, name: `Mine ${id}` })),
  );
  const { data } = await listSchedules(owner, { limit: 10, memberId });
  const { defaultScheduleId } = await getMember(ctx, memberId);
  expect(data.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([defaultScheduleId]);
});

test("the default cannot be taken away, only given to another", async () => {
  const { ctx } = await newMember();
  const { id } = await createSchedule(ctx, BERLIN);
  expect(await pointersOf(createSchedule(ctx, { ...BERLIN, isDefault: false }))).toEqual(["/isDefault"]);
  expect(await pointersOf(updateSchedule(ctx, { scheduleId: id, isDefault: false }))).toEqual(["/isDefault"]);
});

test("hours are replaced as a whole, and raise the version", async () => {
  const { ctx } = await newMember();
  const overrides = [{ date: "2026-12-24", intervals: [] }];
  const before = await createSchedule(ctx, { ...BERLIN, weekly: MORNINGS, overrides });
  domain.clock.advance(1000);
  const weekly: WeeklyRule[] = [{ days: ["tuesday"], start: "13:00", end: "24:00" }];
  const after = await updateSchedule(ctx, { scheduleId: before.id, weekly });
  expect(after).toEqual({ ...before, weekly, version: 2, updatedAt: domain.clock.now() });
  expect(await getSchedule(ctx, before.id)).toEqual(after);
});

test("the audit line does not tell when somebody is at work and when away", async () => {
  const { ctx } = await newMember();
  const { id } = await createSchedule(ctx, BERLIN);
  await updateSchedule(ctx, { scheduleId: id, weekly: MORNINGS, timeZone: "Europe/Paris" });
  const line = await domain.db.prisma.auditEntry.findFirst({ where: { objectId: id, action: "schedule.updated" } });
  expect(line?.changes).toEqual({ timeZone: ["Europe/Berlin", "Europe/Paris"], version: [1, 2] });
});

test("a change that changes nothing answers without a new version or event", async () => {
  const { ctx } = await newMember();
  const { id, weekly, overrides } = await createSchedule(ctx, { ...BERLIN, weekly: MORNINGS });
  const same = await updateSchedule(ctx, { scheduleId: id, ...BERLIN, weekly, overrides, isDefault: true });
  expect(same.version).toBe(1);
  expect(await eventsOf(id)).toEqual(["schedule.created"]);
});

test("wrong hours are refused in their places", async () => {
  const weekly: WeeklyRule[] = [...MORNINGS, { days: ["friday"], start: "11:00", end: "10:00" }];
  const overrides = [{ date: "2026-02-29", intervals: [] }];
  expect(await pointersOf(createSchedule(owner, { name: "Wrong", timeZone: "IST", weekly, overrides }))).toEqual([
    "/timeZone",
    "/weekly/1/end",
    "/overrides/0/date",
  ]);
  const { id } = await createSchedule(owner, { ...BERLIN });
  expect(await pointersOf(updateSchedule(owner, { scheduleId: id, weekly }))).toEqual(["/weekly/1/end"]);
});

test("the version that was seen must be the present one", async () => {
  const { id } = await createSchedule(owner, BERLIN);
  await updateSchedule(owner, { scheduleId: id, name: "Two", ifVersion: 1 });
  expect(await codeOf(updateSchedule(owner, { scheduleId: id, name: "Three", ifVersion: 1 }))).toBe("stale_version");
  expect(await codeOf(deleteSchedule(owner, { scheduleId: id, ifVersion: 1 }))).toBe("stale_version");
});

test("parallel changes of different fields are all kept", async () => {
  const { id } = await createSchedule(owner, BERLIN);
  const overrides = [{ date: "2026-12-24", intervals: [] }];
  const changes = [{ name: "New" }, { timeZone: "Europe/Paris" }, { weekly: MORNINGS }, { overrides }];
  await Promise.all(changes.map((change) => updateSchedule(owner, { scheduleId: id, ...change })));
  const expected = { name: "New", timeZone: "Europe/Paris", weekly: MORNINGS, overrides, version: 5 };
  expect(await getSchedule(owner, id)).toMatchObject(expected);
});

test("a member's default schedule is in use, and so is one that an event type names", async () => {
  const { memberId, ctx } = await newMember();
  const first = await createSchedule(ctx, BERLIN);
  const second = await createSchedule(ctx, BERLIN);
  const eventType = await createEventType(ctx, { title: "Uses it", hosts: [{ memberId, scheduleId: second.id }] });

  const byMember = await refusalOf(deleteSchedule(ctx, { scheduleId: first.id }));
  expect(byMember).toMatchObject({ code: "schedule_in_use", message: expect.stringContaining(memberId) });
  const byEventType = await refusalOf(deleteSchedule(ctx, { scheduleId: second.id }));
  expect(byEventType).toMatchObject({ code: "schedule_in_use", message: expect.stringContaining(eventType.id) });

  await deleteEventType(ctx, { eventTypeId: eventType.id });
  expect(await codeOf(deleteSchedule(ctx, { scheduleId: second.id }))).toBeUndefined();
});

test("a schedule is either deleted or taken into use, never both", async () => {
  const { memberId, ctx } = await newMember();
  await createSchedule(ctx, BERLIN);
  for (let round = 0; round < 10; round++) {
    const { id } = await createSchedule(ctx, BERLIN);
    const hosts = [{ memberId, scheduleId: id }];
    const [deleted, used, defaulted] = await Promise.all([
      codeOf(deleteSchedule(ctx, { scheduleId: id })),
      codeOf(createEventType(ctx, { title: "Race", hosts })),
      codeOf(updateSchedule(ctx, { scheduleId: id, isDefault: true })),
    ]);
    const outcome = [deleted, used, defaulted].map((code) => code ?? "done");
    expect([
      ["done", "validation_failed", "not_found"],
      ["schedule_in_use", "done", "done"],
    ]).toContainEqual(outcome);
  }
});

test("a deleted schedule is not there, but listed with the deleted ones", async () => {
  const { memberId, ctx } = await newMember();
  const first = await createSchedule(ctx, BERLIN);
  const { id } = await createSchedule(ctx, BERLIN);
  await deleteSchedule(ctx, { scheduleId: id });
  expect(await codeOf(getSchedule(ctx, id))).toBe("not_found");
  expect(await codeOf(updateSchedule(ctx, { scheduleId: id, name: "Risen" }))).toBe("not_found");
  expect(await codeOf(deleteSchedule(ctx, { scheduleId: id }))).toBe("not_found");

  const list = async (deleted: boolean) => (await listSchedules(ctx, { limit: 10, memberId, deleted })).data;
  expect((await list(false)).map((schedule) => schedule.id)).toEqual([first.id]);
  expect(await list(true)).toMatchObject([{ id, version: 2, deletedAt: domain.clock.now() }]);
  expect(await eventsOf(id)).toEqual(["schedule.created", "schedule.deleted"]);
});

test("owners and admins manage everybody's schedules, plain members their own", async () => {
  const { memberId, ctx } = await newMember();
  const his = await createSchedule(clinic.as(clinic.adminId), { ...BERLIN, memberId });
  expect(his.memberId).toBe(memberId);
  expect((await updateSchedule(ctx, { scheduleId: his.id, name: "Mine" })).name).toBe("Mine");

  const { ctx: colleague } = await newMember();
  expect(await codeOf(createSchedule(colleague, { ...BERLIN, memberId }))).toBe("forbidden");
  expect(await codeOf(getSchedule(colleague, his.id))).toBe("not_found");
  expect(await codeOf(updateSchedule(colleague, { scheduleId: his.id, name: "No" }))).toBe("not_found");
  expect(await codeOf(deleteSchedule(colleague, { scheduleId: his.id }))).toBe("not_found");
  expect((await listSchedules(colleague, { limit: 10 })).data).toEqual([]);
});

test("publishable keys have nothing to do with schedules", async () => {
  const { id } = await createSchedule(owner, BERLIN);
  const visitor = clinic.asPublic();
  expect(await codeOf(createSchedule(visitor, BERLIN))).toBe("forbidden");
  expect(await codeOf(getSchedule(visitor, id))).toBe("forbidden");
  expect(await codeOf(listSchedules(visitor, { limit: 10 }))).toBe("forbidden");
  expect(await codeOf(updateSchedule(visitor, { scheduleId: id, name: "No" }))).toBe("forbidden");
  expect(await codeOf(deleteSchedule(visitor, { scheduleId: id }))).toBe("forbidden");
});

test("for strangers they are not there", async () => {
  const { id } = await createSchedule(owner, BERLIN);
  const other = await domain.addOrganisation();
  const stranger = other.as(other.ownerId);
  expect(await codeOf(getSchedule(stranger, id))).toBe("not_found");
  expect(await codeOf(updateSchedule(stranger, { scheduleId: id, isDefault: true }))).toBe("not_found");
  expect(await codeOf(deleteSchedule(stranger, { scheduleId: id }))).toBe("not_found");
  expect(await pointersOf(createSchedule(stranger, { ...BERLIN, memberId: clinic.ownerId }))).toEqual(["/memberId"]);
  const foreign: ListSchedulesInput = { limit: 10, memberId: clinic.ownerId };
  expect((await listSchedules(stranger, foreign)).data).toEqual([]);
});
