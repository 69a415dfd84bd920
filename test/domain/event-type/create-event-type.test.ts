import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createEventType } from "../../../src/domain/event-type/create-event-type.ts";
import { deleteEventType } from "../../../src/domain/event-type/delete-event-type.ts";
import type { EventTypeInput } from "../../../src/domain/event-type/event-type-input.ts";
import { getEventType } from "../../../src/domain/event-type/get-event-type.ts";
import { getMember } from "../../../src/domain/identity/get-member.ts";
import { createSchedule } from "../../../src/domain/schedule/create-schedule.ts";
import { deleteSchedule } from "../../../src/domain/schedule/delete-schedule.ts";
import { getSchedule } from "../../../src/domain/schedule/get-schedule.ts";
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

test("a title is enough: all else takes the documented defaults", async () => {
  const { id, hosts, ...eventType } = await createEventType(owner, { title: "First consultation" });
  const { defaultScheduleId } = await getMember(owner, clinic.ownerId);

  expect(id).toMatch(/^evt_/);
  expect(hosts).toMatchObject([{ memberId: clinic.ownerId, scheduleId: null, fixed: false, weight: 1, priority: 0 }]);
  expect(defaultScheduleId).not.toBeNull();
  expect(eventType).toEqual({
    organisationId: clinic.id,
    title: "First consultation",
    slug: "first-consultation",
    description: null,
    assignment: "solo",
    timeZone: "Europe/Berlin",
    durationsMinutes: [30],
    slotIntervalMinutes: 30,
    slotOffsetMinutes: 0,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    bookingWindow: { type: "rolling", days: 60 },
    requiresConfirmation: false,
    visibility: "public",
    locations: [],
    questions: [],
    limits: [],
    seats: null,
    waitingListOfferMinutes: 30,
    reminders: [{ minutesBefore: 1440, channels: ["email"] }],
    resources: [],
    price: null,
    cancellationCutoffMinutes: 0,
    rescheduleCutoffMinutes: 0,
    version: 1,
    createdAt: new Date(NOW),
    updatedAt: new Date(NOW),
    deletedAt: null,
  });
});

test("what is read back is what was answered", async () => {
  const eventType = await createEventType(owner, {
    title: "Everything",
    slug: "all-of-it",
    description: "We get to know each other.",
    assignment: "solo",
    timeZone: "America/New_York",
    durationsMinutes: [45, 90],
    slotIntervalMinutes: 15,
    slotOffsetMinutes: 5,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 120,
    bookingWindow: { type: "range", from: "2026-12-01", to: "2026-12-01" },
    requiresConfirmation: true,
    visibility: "private",
    locations: [{ type: "address", value: "Hauptstr. 1", label: "Practice" }, { type: "phone" }],
    questions: [{ key: "topics", label: "What about?", type: "multiple_choice", options: ["sleep", "diet"] }],
    price: { amountMinor: 4500, currency: "EUR" },
    cancellationCutoffMinutes: 1440,
    rescheduleCutoffMinutes: 720,
    reminders: [{ minutesBefore: 60, channels: ["sms", "email"] }, { minutesBefore: 5 }],
  });
  expect(await getEventType(owner, eventType.id)).toEqual(eventType);
  expect(eventType.questions[0]!.required).toBe(false);
  expect(eventType.reminders[1]).toEqual({ minutesBefore: 5, channels: ["email"] });
});

test("no booking window is null, which is not the same as left out", async () => {
  const { id } = await createEventType(owner, { title: "Unlimited", bookingWindow: null });
  expect((await getEventType(owner, id)).bookingWindow).toBeNull();
});

test("a slot interval of null is the first duration", async () => {
  const input = { title: "Interval", durationsMinutes: [50, 20], slotIntervalMinutes: null };
  expect((await createEventType(owner, input)).slotIntervalMinutes).toBe(50);
});

test("a host without a schedule is given working hours in his own zone, as his default", async () => {
  const memberId = await clinic.addMember();
  await domain.db.prisma.member.update({ where: { id: memberId }, data: { timeZone: "Asia/Kolkata" } });

  const eventType = await createEventType(owner, { title: "Yoga", hosts: [{ memberId }] });
  const member = await getMember(owner, memberId);
  expect(eventType.timeZone).toBe("Asia/Kolkata");
  expect(member.version).toBe(2);
  expect(await getSchedule(owner, member.defaultScheduleId!)).toMatchObject({
    name: "Working hours",
    memberId,
    timeZone: "Asia/Kolkata",
    weekly: [{ days: ["monday", "tuesday", "wednesday", "thursday", "friday"], start: "09:00", end: "17:00" }],
    isDefault: true,
  });
});

test("parallel event types for one host without a schedule give him one schedule", async () => {
  const memberId = await clinic.addMember();
  const input = { title: "Rush", hosts: [{ memberId }] };
  await Promise.all(Array.from({ length: 8 }, () => createEventType(owner, input)));
  expect(await domain.db.prisma.schedule.count({ where: { memberId } })).toBe(1);
});

test("the zone is that of the host's named schedule", async () => {
  const schedule = await createSchedule(owner, { name: "Lisbon", timeZone: "Europe/Lisbon" });
  const hosts = [{ memberId: clinic.ownerId, scheduleId: schedule.id }];
  expect(await createEventType(owner, { title: "In Lisbon", hosts })).toMatchObject({
    timeZone: "Europe/Lisbon",
    hosts: [{ scheduleId: schedule.id }],
  });
});

test.each([
  ["Über Größe & Æther", "uber-grosse-aether"],
  ["  --Hello,   World!--  ", "hello-world"],
  ["Łódź: spotkanie №2", "lodz-spotkanie-no2"],
  ["初診", "event"],
  ["x".repeat(200), "x".repeat(90)],
])("the title %j becomes the slug %j", async (title, slug) => {
  expect((await createEventType(owner, { title })).slug).toBe(slug);
});

test("a title that comes again gets numbered slugs", async () => {
  const slugs = [];
  for (let i = 0; i < 3; i++) slugs.push((await createEventType(owner, { title: "Again" })).slug);
  expect(slugs).toEqual(["again", "again-2", "again-3"]);
});

test("parallel creates with one title all succeed, each with a slug of its own", async () => {
  // Of different hosts, who do not wait for each other for another reason.
  const hosts = await Promise.all(Array.from({ length: 12 }, () => clinic.addMember()));
  const create = (memberId: string) => createEventType(owner, { title: "Race", hosts: [{ memberId }] });
  const made = await Promise.all(hosts.map(create));
  const expected = ["race", ...hosts.slice(1).map((_, index) => `race-${index + 2}`)];
  expect(made.map(({ slug }) => slug).sort()).toEqual(expected.sort());
});

test("parallel creates with one asked slug have one winner, the others are told slug_taken", async () => {
  const hosts = await Promise.all(Array.from({ length: 16 }, () => clinic.addMember()));
  const create = (memberId: string) =>
    codeOf(createEventType(owner, { title: "Asked", slug: "asked-for", hosts: [{ memberId }] }));
  const codes = await Promise.all(hosts.map(create));
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(codes.filter((code) => code === "slug_taken")).toHaveLength(15);
});

test("a slug belongs to one organisation, and is free again after deletion", async () => {
  const other = await domain.addOrganisation();
  const first = await createEventType(owner, { title: "Shared", slug: "shared" });
  await createEventType(other.as(other.ownerId), { title: "Shared", slug: "shared" });
  expect((await refusalOf(createEventType(owner, { title: "Shared", slug: "shared" })))?.errors).toEqual([
    { pointer: "/slug", message: "is taken by another event type" },
  ]);
  await deleteEventType(owner, { eventTypeId: first.id });
  expect((await createEventType(owner, { title: "Shared", slug: "shared" })).slug).toBe("shared");
});

const question = { key: "a", label: "A", type: "text" as const };
const WRONG: [string, EventTypeInput, string[]][] = [
  ["an unknown zone", { timeZone: "Mars/Olympus" }, ["/timeZone"]],
  ["a duration twice", { durationsMinutes: [30, 60, 30] }, ["/durationsMinutes/2"]],
  [
    "a window that ends before it begins",
    { bookingWindow: { type: "range", from: "2026-12-02", to: "2026-12-01" } },
    ["/bookingWindow/to"],
  ],
  [
    "a date that does not exist",
    { bookingWindow: { type: "range", from: "2026-02-30", to: "2026-13-01" } },
    ["/bookingWindow/from", "/bookingWindow/to"],
  ],
  ["a question key twice", { questions: [question, question] }, ["/questions/1/key"]],
  ["a choice without options", { questions: [{ ...question, type: "choice" }] }, ["/questions/0/options"]],
  ["an address without a value", { locations: [{ type: "phone" }, { type: "address" }] }, ["/locations/1/value"]],
  ["a link without a value", { locations: [{ type: "link", value: "" }] }, ["/locations/0/value"]],
  ["a link that is a script", { locations: [{ type: "link", value: "javascript:alert(1)" }] }, ["/locations/0/value"]],
  ["a currency that there is not", { price: { amountMinor: 1, currency: "ABC" } }, ["/price/currency"]],
  ["no host", { hosts: [] }, ["/hosts"]],
  ["a host that is no member", { hosts: [{ memberId: "mem_01k9q3x1a2b3c4d5e6f7g8h9jk" }] }, ["/hosts/0/memberId"]],
];

test.each(WRONG)("%s is refused in its place", async (_, input, pointers) => {
  expect(await pointersOf(createEventType(owner, { title: "Wrong", ...input }))).toEqual(pointers);
});

test("two hosts are refused while solo is all there is", async () => {
  const hosts = [{ memberId: clinic.ownerId }, { memberId: clinic.adminId }];
  expect(await pointersOf(createEventType(owner, { title: "Two", hosts }))).toEqual(["/hosts"]);
});

test("a host of another organisation is refused as one who does not exist", async () => {
  const other = await domain.addOrganisation();
  const hosts = [{ memberId: other.ownerId }];
  expect(await pointersOf(createEventType(owner, { title: "Stranger", hosts }))).toEqual(["/hosts/0/memberId"]);
});

test("another member's schedule and a deleted one are refused", async () => {
  const others = await createSchedule(owner, { name: "His", memberId: clinic.adminId, timeZone: "Europe/Berlin" });
  const deleted = await createSchedule(owner, { name: "Old", timeZone: "Europe/Berlin" });
  await deleteSchedule(owner, { scheduleId: deleted.id });
  for (const scheduleId of [others.id, deleted.id]) {
    const hosts = [{ memberId: clinic.ownerId, scheduleId }];
    expect(await pointersOf(createEventType(owner, { title: "No", hosts }))).toEqual(["/hosts/0/scheduleId"]);
  }
});

test("plain members make event types that they alone host, publishable keys none", async () => {
  const member = clinic.as(clinic.memberId);
  const hosts = [{ memberId: clinic.ownerId }];
  expect((await createEventType(member, { title: "Mine" })).hosts[0]!.memberId).toBe(clinic.memberId);
  expect(await codeOf(createEventType(member, { title: "His", hosts }))).toBe("forbidden");
  expect(await codeOf(createEventType(clinic.asPublic(), { title: "Public" }))).toBe("forbidden");
});

test("its event and its audit line are written with it, or neither", async () => {
  const { id } = await createEventType(owner, { title: "Recorded" });
  const [event] = await domain.db.prisma.outboxEvent.findMany({ where: { subjectId: id } });
  const [line] = await domain.db.prisma.auditEntry.findMany({ where: { objectId: id } });
  expect(event).toMatchObject({ type: "event_type.created", payload: { eventType: { id, title: "Recorded" } } });
  expect(line).toMatchObject({ action: "event_type.created", memberId: clinic.ownerId, requestId: "test" });

  const count = await domain.db.prisma.outboxEvent.count();
  const memberId = await clinic.addMember();
  await codeOf(createEventType(owner, { title: "Taken", slug: "recorded", hosts: [{ memberId }] }));
  expect(await domain.db.prisma.outboxEvent.count()).toBe(count);
  expect((await getMember(owner, memberId)).defaultScheduleId).toBeNull();
});

test("a repeated call with its idempotency key makes nothing new", async () => {
  const once = {
    credentialId: owner.actor.credentialId,
    operation: "createEventType",
    key: "k1",
    requestHash: "h",
    toAnswer: (result: unknown) => ({ status: 201, headers: {}, body: JSON.stringify(result) }),
  };
  const made = await createEventType({ ...owner, once }, { title: "Once" });
  const again = createEventType({ ...owner, once }, { title: "Once" });
  await expect(again).rejects.toMatchObject({ answer: { status: 201, body: JSON.stringify(made) } });
  expect(await domain.db.prisma.eventType.count({ where: { title: "Once" } })).toBe(1);
});
