import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import { deleteEventType } from "../../../src/domain/event-type/delete-event-type.ts";
import { getEventType } from "../../../src/domain/event-type/get-event-type.ts";
import { updateEventType, type UpdateEventTypeInput } from "../../../src/domain/event-type/update-event-type.ts";
import { createSchedule } from "../../../src/domain/schedule/create-schedule.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createTestDomain, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";
import { codeOf, pointersOf } from "../../support/outcome.ts";

let domain: TestDomain;
let clinic: TestOrganisation;
let owner: DomainContext;

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await domain.addOrganisation();
  owner = clinic.as(clinic.ownerId);
});

afterAll(() => domain.close());

const events = (subjectId: string) => domain.db.prisma.outboxEvent.count({ where: { subjectId } });

test("a field that is left out stays, one that is given replaces the whole", async () => {
  const questions = [{ key: "a", label: "A", type: "text" as const, required: true }];
  const before = await createEventType(owner, { title: "Talk", durationsMinutes: [30, 60], questions });
  domain.clock.advance(1000);
  const after = await updateEventType(owner, {
    eventTypeId: before.id,
    title: "Long talk",
    durationsMinutes: [90],
    bookingWindow: null,
    price: { amountMinor: 100, currency: "JPY" },
  });
  expect(after).toEqual({
    ...before,
    title: "Long talk",
    durationsMinutes: [90],
    bookingWindow: null,
    price: { amountMinor: 100, currency: "JPY" },
    version: 2,
    updatedAt: domain.clock.now(),
  });
  expect(await getEventType(owner, before.id)).toEqual(after);
});

test("the slot interval stays as it is stored when the durations change, and follows them when it is set to null", async () => {
  const { id } = await createEventType(owner, { title: "Interval" });
  const longer = await updateEventType(owner, { eventTypeId: id, durationsMinutes: [50] });
  expect(longer.slotIntervalMinutes).toBe(30);
  expect((await updateEventType(owner, { eventTypeId: id, slotIntervalMinutes: null })).slotIntervalMinutes).toBe(50);
});

test("a price is cleared by null", async () => {
  const { id } = await createEventType(owner, { title: "Paid", price: { amountMinor: 1, currency: "EUR" } });
  expect((await updateEventType(owner, { eventTypeId: id, price: null })).price).toBeNull();
  expect((await getEventType(owner, id)).price).toBeNull();
});

test("a change that changes nothing answers without a new version, event or audit line", async () => {
  const location = { type: "link" as const, value: "https://meet.example.com" };
  const before = await createEventType(owner, { title: "Same", locations: [location] });
  domain.clock.advance(1000);
  const { title, locations, hosts, questions, bookingWindow } = before;
  const input = { eventTypeId: before.id, title, locations, hosts, questions, bookingWindow, price: null };
  expect(await updateEventType(owner, input)).toEqual(before);
  expect(await events(before.id)).toBe(1);
});

test("the audit line tells old and new values, but not the places", async () => {
  const { id } = await createEventType(owner, { title: "Audited" });
  await updateEventType(owner, { eventTypeId: id, visibility: "private", locations: [{ type: "phone", value: "1" }] });
  const line = await domain.db.prisma.auditEntry.findFirst({ where: { objectId: id, action: "event_type.updated" } });
  expect(line?.changes).toEqual({ visibility: ["public", "private"], version: [1, 2] });
});

test("another host raises the event type's version, and so does another schedule of the same host", async () => {
  const { id } = await createEventType(owner, { title: "Handed over" });
  const moved = await updateEventType(owner, { eventTypeId: id, hosts: [{ memberId: clinic.adminId }] });
  expect(moved).toMatchObject({ version: 2, hosts: [{ memberId: clinic.adminId, scheduleId: null }] });

  const schedule = await createSchedule(owner, { name: "Late", memberId: clinic.adminId, timeZone: "Asia/Tokyo" });
  const hosts = [{ memberId: clinic.adminId, scheduleId: schedule.id }];
  const bound = await updateEventType(owner, { eventTypeId: id, hosts });
  expect(bound).toMatchObject({ version: 3, timeZone: "Europe/Berlin", hosts: [{ scheduleId: schedule.id }] });
  expect(await getEventType(owner, id)).toEqual(bound);
});

test("the version that was seen must be the present one", async () => {
  const { id } = await createEventType(owner, { title: "Versions" });
  expect((await updateEventType(owner, { eventTypeId: id, ifVersion: 1, title: "Two" })).version).toBe(2);
  expect(await codeOf(updateEventType(owner, { eventTypeId: id, ifVersion: 1, title: "Three" }))).toBe("stale_version");
  expect(await codeOf(deleteEventType(owner, { eventTypeId: id, ifVersion: 1 }))).toBe("stale_version");
  expect((await getEventType(owner, id)).title).toBe("Two");
});

test("of parallel changes with one version seen, one is made", async () => {
  const { id } = await createEventType(owner, { title: "Guarded" });
  const change = (_: unknown, index: number) =>
    codeOf(updateEventType(owner, { eventTypeId: id, ifVersion: 1, title: `Guarded ${index}` }));
  const codes = await Promise.all(Array.from({ length: 16 }, change));
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(codes.filter((code) => code === "stale_version")).toHaveLength(15);
});

test("parallel changes of different fields without a version are all kept", async () => {
  const { id } = await createEventType(owner, { title: "Together" });
  const changes: Omit<UpdateEventTypeInput, "eventTypeId">[] = [
    { title: "All" },
    { description: "Both" },
    { bufferBeforeMinutes: 5 },
    { bufferAfterMinutes: 10 },
    { minimumNoticeMinutes: 60 },
    { visibility: "unlisted" },
    { durationsMinutes: [15] },
    { hosts: [{ memberId: clinic.adminId }] },
  ];
  await Promise.all(changes.map((change) => updateEventType(owner, { eventTypeId: id, ...change })));
  const { hosts: _, ...fields } = Object.assign({}, ...changes) as UpdateEventTypeInput;
  const after = await getEventType(owner, id);
  expect(after).toMatchObject({ ...fields, version: 9 });
  expect(after.hosts[0]!.memberId).toBe(clinic.adminId);
  expect(await events(id)).toBe(9);
});

test("a slug that is taken is refused, also when two want it at once", async () => {
  const made = await Promise.all(["one", "two", "three"].map((title) => createEventType(owner, { title })));
  const rename = (eventTypeId: string, slug: string) => codeOf(updateEventType(owner, { eventTypeId, slug }));
  expect(await rename(made[0]!.id, "two")).toBe("slug_taken");

  const codes = await Promise.all(made.map(({ id }) => rename(id, "four")));
  expect(codes.sort()).toEqual(["slug_taken", "slug_taken", undefined]);
});

test("a title that changes leaves the slug, which stands in links", async () => {
  const { id } = await createEventType(owner, { title: "Old name" });
  expect((await updateEventType(owner, { eventTypeId: id, title: "New name" })).slug).toBe("old-name");
});

test("wrong fields are refused in their places", async () => {
  const { id } = await createEventType(owner, { title: "Right" });
  const update = (input: Omit<UpdateEventTypeInput, "eventTypeId">) =>
    pointersOf(updateEventType(owner, { eventTypeId: id, ...input }));
  expect(await update({ timeZone: "Europe/Atlantis" })).toEqual(["/timeZone"]);
  expect(await update({ hosts: [{ memberId: "mem_none" }] })).toEqual(["/hosts/0/memberId"]);
});

test("plain members change and delete what they alone host", async () => {
  const member = clinic.as(clinic.memberId);
  const mine = await createEventType(member, { title: "Mine" });
  const his = await createEventType(owner, { title: "His" });

  expect((await updateEventType(member, { eventTypeId: mine.id, title: "Still mine" })).version).toBe(2);
  expect(await codeOf(updateEventType(member, { eventTypeId: his.id, title: "Mine" }))).toBe("forbidden");
  expect(await codeOf(deleteEventType(member, { eventTypeId: his.id }))).toBe("forbidden");
  const handOver = { eventTypeId: mine.id, hosts: [{ memberId: clinic.ownerId }] };
  expect(await codeOf(updateEventType(member, handOver))).toBe("forbidden");
  expect(await codeOf(deleteEventType(member, { eventTypeId: mine.id }))).toBeUndefined();
});

test("publishable keys change nothing", async () => {
  const { id } = await createEventType(owner, { title: "Public" });
  expect(await codeOf(updateEventType(clinic.asPublic(), { eventTypeId: id, title: "Taken over" }))).toBe("forbidden");
  expect(await codeOf(deleteEventType(clinic.asPublic(), { eventTypeId: id }))).toBe("forbidden");
});

test("for strangers it is not there", async () => {
  const { id } = await createEventType(owner, { title: "Ours" });
  const other = await domain.addOrganisation();
  const stranger = other.as(other.ownerId);
  expect(await codeOf(updateEventType(stranger, { eventTypeId: id, title: "Theirs" }))).toBe("not_found");
  expect(await codeOf(deleteEventType(stranger, { eventTypeId: id }))).toBe("not_found");
  expect((await getEventType(owner, id)).title).toBe("Ours");
});
