import type { Prisma } from "../../../src/generated/prisma/client.ts";
import type { Database } from "../../../src/domain/shared/database.ts";
import { newId, uuidOf } from "../../../src/domain/shared/ids.ts";
import type { Clinic, Person } from "../../support/clinic.ts";
import { deadLetterRow } from "../../support/dead-letters.ts";
import { receivedEventRow } from "../../support/received-events.ts";
import { NOW } from "../../support/domain-context.ts";
import type { Answer } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** Two organisations that hold the same awkward things under names of their own. */
export interface ReadingWorld extends RestWorld {
  ours: SeededClinic;
  theirs: SeededClinic;
  ask: (key: string, query: string, variables?: object) => Promise<Told>;
}

export interface SeededClinic extends Clinic {
  /** Stands in every text of the organisation that a person wrote. */
  mark: string;
  colleague: Person;
  eventTypeIds: Record<"public" | "unlisted" | "private" | "rolling" | "deleted", string>;
  deletedScheduleId: string;
  /** By their start, ties by identifier. */
  bookingIds: string[];
}

/** What came back, as text and parsed. */
export interface Told {
  status: number;
  text: string;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
}

export async function createReadingWorld(): Promise<ReadingWorld> {
  const world = await createRestWorld();
  return {
    ...world,
    ours: await seed(world.app.db, world.clinic, "Kraken"),
    theirs: await seed(world.app.db, world.stranger, "Walrus"),
    ask: async (key, query, variables) => {
      const answer = await world.app.call("POST", "/graphql", { key, body: { query, variables } });
      return toTold(answer);
    },
  };
}

function toTold({ status, text }: Answer): Told {
  return { status, text, ...(JSON.parse(text) as Omit<Told, "status" | "text">) };
}

/** Whatever a person may write that an answer must carry unharmed. */
export const AWKWARD = `"quoted" \\back\\ O'Neil </script> \u0001\u001f\t\n\r \u007f \u2028\u2029 \u{1f984} é {"a":1}, $1 ; DROP TABLE booking; --`;
export const LARGEST_PRICE = 1_000_000_000_000;

const BOOKINGS = 42;
const STATUSES = ["confirmed", "pending", "declined", "cancelled", "completed", "no_show"];
const ZONE = "Europe/Berlin";
const now = new Date(NOW);
/** Whole days, each twice or more, and some of them a millisecond off. */
const startOf = (n: number) => new Date(Date.UTC(2026, 11, 1 + (n % 12), 9) + (n % 4 === 3 ? 1 : 0));

async function seed({ prisma }: Database, clinic: Clinic, mark: string): Promise<SeededClinic> {
  const { organisationId, owner, admin, member } = clinic;
  const colleague = await clinic.addPerson();
  const people = [owner, admin, member, colleague];
  await prisma.organisation.update({ where: { id: organisationId }, data: { name: `${mark} clinic` } });
  for (const [index, { memberId, scheduleId }] of people.entries()) {
    const name = `${mark} person ${index} ${AWKWARD}`;
    const email = `${index}@${mark.toLowerCase()}.example`;
    await prisma.member.update({ where: { id: memberId }, data: { name, email } });
    await prisma.schedule.update({
      where: { id: scheduleId },
      data: { name: `${mark} hours ${index}`, ...hoursOf(index) },
    });
  }
  await prisma.apiKey.updateMany({ where: { organisationId }, data: { name: `${mark} key ${AWKWARD}` } });

  const deletedScheduleId = newId("schedule");
  await prisma.schedule.create({
    data: {
      ...versioned(organisationId, deletedScheduleId),
      memberId: owner.memberId,
      name: `${mark} old hours`,
      timeZone: ZONE,
      weekly: [],
      overrides: [],
      deletedAt: now,
    },
  });

  const eventTypes = eventTypeRows(clinic, mark);
  await prisma.eventType.createMany({ data: eventTypes });
  const eventTypeIds = Object.fromEntries(eventTypes.map(({ id, slug }) => [slug, id])) as SeededClinic["eventTypeIds"];
  await prisma.eventTypeHost.createMany({
    data: eventTypes.flatMap(({ id }, index) => [
      host(id, people[index % 4]!.memberId, 0, people[index % 4]!.scheduleId),
      host(id, people[(index + 1) % 4]!.memberId, 1, null),
    ]),
  });

  const resources = resourceRows(clinic, mark);
  await prisma.resource.createMany({ data: resources });
  await prisma.eventTypeResource.createMany({
    data: [
      { eventTypeId: eventTypes[0]!.id, position: 0, kind: "room", count: 2 },
      { eventTypeId: eventTypes[0]!.id, position: 1, resourceId: resources[2]!.id, count: 1 },
      { eventTypeId: eventTypes[2]!.id, position: 0, resourceId: resources[0]!.id, count: 1 },
    ],
  });

  const hosts = [[owner], [member], [colleague], [member, owner], [owner, colleague], [admin]];
  const series = seriesRows(clinic, mark, eventTypes[1]!.id);
  await prisma.series.createMany({ data: series });
  const sessions = sessionRows(clinic, eventTypes[2]!.id, people, resources);
  await prisma.groupSession.createMany({ data: sessions });
  const bookings = Array.from({ length: BOOKINGS }, (_, n) => {
    const booking = bookingRow(clinic, mark, eventTypes[n % 5]!.id, n);
    const recurrenceId = new Date(Number(booking.startsAt) + n);
    const shared = n % 5 === 2 && { groupSessionId: sessions[n % 3]!.id, places: n % 3 };
    return { ...booking, ...shared, ...(n % 4 === 0 && { seriesId: series[n % 3]!.id, recurrenceId }) };
  });
  await prisma.booking.createMany({ data: bookings });
  await prisma.bookingHost.createMany({
    data: bookings.flatMap(({ id, startsAt }, n) =>
      hosts[n % 6]!.map(({ memberId }, position) => ({ bookingId: id, memberId, position, startsAt })),
    ),
  });
  await prisma.bookingResource.createMany({
    data: bookings.flatMap(({ id: bookingId }, n) =>
      resources
        .slice(0, n % 3)
        .map(({ id: resourceId, kind }, position) => ({ bookingId, resourceId, position, kind })),
    ),
  });
  await prisma.block.createMany({ data: blockRows(clinic, mark, people) });
  await prisma.hold.createMany({
    data: holdRows(clinic, people, eventTypes, bookings).map((hold, n) =>
      n < 4
        ? {
            ...hold,
            groupSessionId: sessions[n % 3]!.id,
            places: 1,
            keepsPlaces: n < 2,
            resourceIds: [resources[n]!.id],
          }
        : hold,
    ),
  });
  for (const { id, startsAt } of bookings.slice(0, 6))
    await prisma.$executeRaw`
      INSERT INTO claim (subject_id, during, booking_id)
      VALUES (${uuidOf(owner.memberId)}::uuid, tstzrange(${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '1 minute'), ${id})
      ON CONFLICT DO NOTHING`;
  await prisma.attendee.createMany({ data: bookings.flatMap(({ id }, n) => attendeeRows(mark, id, n)) });
  await prisma.notification.createMany({ data: notificationRows(clinic, bookings[0]!.id) });
  await prisma.invitation.createMany({ data: invitationRows(clinic, mark, colleague) });
  const connection = connectionRow(clinic, mark);
  const gone = { ...connectionRow(clinic, mark), deletedAt: now };
  await prisma.receiverConnection.createMany({ data: [connection, gone, connectionRow(clinic, mark, null)] });
  await prisma.receivedEvent.createMany({ data: receivedRows(mark, connection, gone) });
  await prisma.job.createMany({ data: jobRows(clinic, mark, bookings[0]!.id) });
  await seedWebhooks({ prisma } as Database, clinic, mark);
  await prisma.waitingListEntry.createMany({
    data: waitingRows(clinic, mark, eventTypeIds, bookings[0]!.id, colleague.memberId),
  });
  await seedAudit(
    { prisma } as Database,
    clinic,
    mark,
    bookings.map(({ id }) => id),
  );
  const sorted = bookings.toSorted((a, b) => Number(a.startsAt) - Number(b.startsAt) || (a.id < b.id ? -1 : 1));
  return { ...clinic, mark, colleague, eventTypeIds, deletedScheduleId, bookingIds: sorted.map(({ id }) => id) };
}

/** Of everything that hours are made of something, and of every second schedule nothing. */
function hoursOf(index: number) {
  if (index % 2 === 1) return {};
  return {
    rules: [{ rrule: `FREQ=WEEKLY;INTERVAL=${index + 1}`, startsOn: "2026-11-30", start: "18:00", end: "20:00" }],
    breaks: [{ rrule: "FREQ=DAILY", startsOn: "2026-11-30", start: "12:00", end: "12:30" }],
    holidays: { country: "DE", region: index === 0 ? "BY" : null, types: ["public", "bank"] },
    travel: [{ from: "2027-01-04", to: "2027-01-08", timeZone: "Asia/Tokyo" }],
  };
}

function versioned(organisationId: string, id: string) {
  return { id, organisationId, version: 1, createdAt: now, updatedAt: now };
}

function host(eventTypeId: string, memberId: string, position: number, scheduleId: string | null) {
  return {
    eventTypeId,
    memberId,
    scheduleId,
    position,
    fixed: position === 0,
    weight: position + 1,
    priority: position,
  };
}

function eventTypeRows(
  { organisationId }: Clinic,
  mark: string,
): (Prisma.EventTypeCreateManyInput & { slug: string })[] {
  const row = (slug: string, more: Partial<Prisma.EventTypeCreateManyInput>) => ({
    ...versioned(organisationId, newId("eventType")),
    title: `${mark} ${slug} ${AWKWARD}`,
    slug,
    assignment: "solo",
    timeZone: ZONE,
    durationsMinutes: [30, 60],
    slotIntervalMinutes: 30,
    slotOffsetMinutes: 0,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 0,
    requiresConfirmation: false,
    visibility: "public",
    locations: [],
    questions: [],
    cancellationCutoffMinutes: 0,
    rescheduleCutoffMinutes: 0,
    ...more,
  });
  const questions = [
    { key: "why", label: `${mark} "Why?"`, type: "text", required: true },
    { key: "size", label: "Size", type: "choice", required: false, options: ["S", `"L"`, "\u2028"] },
  ];
  return [
    row("public", {
      description: `${mark} ${AWKWARD}`,
      priceAmountMinor: BigInt(LARGEST_PRICE),
      priceCurrency: "EUR",
      bookingWindow: { type: "range", from: "2026-11-01", to: "2027-11-01" },
      locations: [{ type: "address", value: `${mark} street`, label: "Here" }, { type: "phone" }],
      questions,
    }),
    row("unlisted", {
      visibility: "unlisted",
      durationsMinutes: [15],
      reminders: [
        { minutesBefore: 1440, channels: ["email"] },
        { minutesBefore: 60, channels: ["email", "sms"] },
      ],
      limits: [
        { scope: "host", per: "day", bookings: 3 },
        { scope: "attendee", per: "week", minutes: 90 },
      ],
    }),
    row("private", { visibility: "private", description: `${mark} secret`, questions }),
    row("rolling", {
      bookingWindow: { type: "rolling", days: 60 },
      requiresConfirmation: true,
      createdAt: new Date(0),
    }),
    row("deleted", { deletedAt: now }),
  ];
}

function resourceRows({ organisationId }: Clinic, mark: string): Prisma.ResourceCreateManyInput[] {
  const weekly = [{ days: ["monday", "friday"], start: "09:00", end: "24:00" }];
  const overrides = [{ date: "2026-12-24", intervals: [] }];
  const { rules = [], breaks = [], holidays = null } = hoursOf(0);
  return [
    { kind: "room", hours: { weekly, overrides, rules, breaks, holidays } },
    { kind: "room", description: `${mark} ${AWKWARD}` },
    { kind: "chair-lift", hours: { weekly: [], overrides, rules, breaks: [], holidays: null } },
    { kind: "room", deletedAt: now },
  ].map((row, n) => ({
    ...versioned(organisationId, newId("resource")),
    name: `${mark} thing ${n} ${AWKWARD}`,
    timeZone: ZONE,
    ...row,
  }));
}

function blockRows({ organisationId }: Clinic, mark: string, people: readonly Person[]) {
  return Array.from({ length: 9 }, (_, n) => ({
    ...versioned(organisationId, newId("block")),
    memberId: people[n % 4]!.memberId,
    subjectId: uuidOf(people[n % 4]!.memberId),
    startsAt: startOf(n % 3),
    endsAt: startOf(n + 1 + (n % 3)),
    reason: ["vacation", "other"][n % 2]!,
    note: n % 3 === 0 ? null : `${mark} note ${AWKWARD}`,
    deletedAt: n === 7 ? now : null,
  }));
}

/** In each of their states, of the same moment and of others. */
function holdRows(
  { organisationId, owner }: Clinic,
  people: readonly Person[],
  eventTypes: readonly { id?: string }[],
  bookings: readonly { id: string }[],
): Prisma.HoldCreateManyInput[] {
  return Array.from({ length: 9 }, (_, n) => ({
    id: newId("hold"),
    organisationId,
    eventTypeId: eventTypes[n % 5]!.id!,
    bookingId: n % 4 === 0 ? bookings[n]!.id : null,
    startsAt: startOf(n),
    endsAt: new Date(+startOf(n) + 1_800_000),
    hostIds: [people[n % 4]!.memberId, ...(n % 2 === 0 ? [owner.memberId] : [])],
    resourceIds: [],
    credentialId: owner.keyId,
    createdAt: new Date(Number(now) - (n % 3) * 60_000),
    expiresAt: new Date(Number(now) + ((n % 2) * 2 - 1) * 60_000),
    ...(n % 4 < 2 ? {} : { endedAt: now, outcome: n % 4 === 2 ? "released" : "converted" }),
  }));
}

/** With places taken, over, and over since a hold has expired. */
function sessionRows(
  { organisationId }: Clinic,
  eventTypeId: string,
  people: readonly Person[],
  resources: readonly Prisma.ResourceCreateManyInput[],
): (Prisma.GroupSessionCreateManyInput & { id: string })[] {
  return [1, 7, 0].map((taken, n) => ({
    id: newId("groupSession"),
    organisationId,
    eventTypeId,
    startsAt: startOf(n % 2),
    endsAt: new Date(+startOf(n % 2) + 1_800_000),
    capacity: 9,
    taken,
    claims: [
      { resource_id: resources[n]!.id, position: 0 },
      { member_id: people[n]!.memberId, position: 1 },
      { member_id: people[n + 1]!.memberId, position: 0 },
    ],
    createdAt: now,
  }));
}

function seriesRows({ organisationId, owner }: Clinic, mark: string, eventTypeId: string) {
  return ["all_or_nothing", "best_effort", "best_effort"].map((mode, n) => ({
    id: newId("series"),
    organisationId,
    eventTypeId,
    mode,
    rrule: `FREQ=WEEKLY;COUNT=${n + 2}`,
    exDates: n === 0 ? [] : ["2026-12-24"],
    zone: n === 0 ? "attendee" : "host",
    recurrenceTimeZone: ZONE,
    startsAt: now,
    durationMinutes: 30,
    timeZone: `${mark}/Zone`,
    hostIds: [owner.memberId],
    conflicts: n === 1 ? [{ startsAt: "2026-12-08T09:00:00.000Z", reason: "booked" }] : [],
    createdAt: now,
  }));
}

function bookingRow({ organisationId }: Clinic, mark: string, eventTypeId: string, n: number) {
  const startsAt = startOf(n);
  const status = STATUSES[n % 7 === 6 ? 0 : n % 7]!;
  const answers = [
    {},
    { why: `${mark} ${AWKWARD}`, deep: [{ a: [1, null, { b: 1e21 }] }, -0.5, true], "": "", '"': "quote" },
    { list: [], "a.b": null },
  ][n % 3]!;
  return {
    ...versioned(organisationId, newId("booking")),
    eventTypeId,
    status,
    pendingReasons: status === "pending" ? ["confirmation", "payment"] : [],
    expiresAt: status === "pending" ? startsAt : null,
    startsAt,
    endsAt: new Date(Number(startsAt) + (n % 2 === 0 ? 30 : 90) * 60_000),
    timeZone: ZONE,
    clientCreatedAt: new Date(Number(now) + 7 * n + 1),
    ...(n % 4 !== 0 && {
      location:
        n % 4 === 1 ? { type: "phone", value: null } : { type: "link", value: `https://${mark}.example/?a=1&b="2"` },
    }),
    answers,
    notes: n % 5 === 0 ? `${mark} note ${AWKWARD}` : null,
    metadata: n % 2 === 0 ? {} : { [`${mark} "key"`]: AWKWARD },
    title: `${mark} title <${n}> ${AWKWARD}`,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    priceAmountMinor: n % 3 === 0 ? BigInt(LARGEST_PRICE) : null,
    priceCurrency: n % 3 === 0 ? "EUR" : null,
    cancellationCutoffMinutes: 0,
    rescheduleCutoffMinutes: 0,
    cancelledAt: status === "cancelled" ? new Date(Number(now) + n) : null,
    cancelledBy: status === "cancelled" ? "staff" : null,
    cancellationReason: status === "cancelled" && n % 2 === 0 ? `${mark} cancelled` : null,
    declineReason: status === "declined" ? `${mark} declined` : null,
    sequence: n,
  };
}

/** One that is pending, and one of each way that it can end. */
/** Of each state one, at the same two moments. */
function waitingRows(
  { organisationId }: Clinic,
  mark: string,
  eventTypeIds: SeededClinic["eventTypeIds"],
  bookingId: string,
  colleagueId: string,
): Prisma.WaitingListEntryCreateManyInput[] {
  const kinds = Object.values(eventTypeIds);
  return ["booked", "waiting", "offered", "left", "expired", "waiting"].map((status, n) => {
    const startsAt = startOf(n);
    const isOffered = status === "offered" || status === "booked";
    return {
      id: newId("waitingListEntry"),
      organisationId,
      eventTypeId: kinds[n % 4]!,
      status,
      startsAt: n % 2 === 0 ? startsAt : null,
      date: n % 2 === 0 ? null : "2026-12-01",
      timeZone: ZONE,
      rangeFrom: startsAt,
      rangeTo: new Date(startsAt.getTime() + 1),
      durationMinutes: 30,
      hostId: n === 0 ? colleagueId : null,
      name: `${mark} waiting ${n} ${AWKWARD}`,
      email: `waiting${n}@${mark.toLowerCase()}.example`,
      answers: { topic: `${mark} ${AWKWARD}` },
      holdId: isOffered ? newId("hold") : null,
      offeredStartsAt: isOffered ? startsAt : null,
      offerExpiresAt: isOffered ? now : null,
      bookingId: status === "booked" ? bookingId : null,
      createdAt: new Date(now.getTime() + (n % 2) * 1000),
      updatedAt: now,
      endedAt: ["waiting", "offered"].includes(status) ? null : now,
    };
  });
}

function invitationRows(
  { organisationId, owner, admin }: Clinic,
  mark: string,
  joined: Person,
): Prisma.InvitationCreateManyInput[] {
  const later = new Date(Number(now) + 86_400_000);
  const ends = [
    {},
    { acceptedAt: now, memberId: joined.memberId },
    { revokedAt: now, name: `${mark} invited ${AWKWARD}` },
    { expiresAt: now },
  ];
  return ends.map((end, n) => ({
    id: newId("invitation"),
    organisationId,
    invitedById: n % 2 === 0 ? owner.memberId : admin.memberId,
    email: `invited${n}@${mark.toLowerCase()}.example`,
    role: n === 0 ? "admin" : "member",
    createdAt: new Date(Number(now) + (n % 3)),
    expiresAt: later,
    ...end,
  }));
}

/** One endpoint is deleted, and of each some deliveries have attempts. */
async function seedWebhooks({ prisma }: Database, { organisationId }: Clinic, mark: string): Promise<void> {
  const endpoints = [0, 1, 2].map((n) => ({
    ...versioned(organisationId, newId("webhookEndpoint")),
    url: `https://${mark.toLowerCase()}.example/${n}`,
    description: n === 0 ? `${mark} ${AWKWARD}` : null,
    eventTypes: ["booking.*", "hold.extended"].slice(0, 1 + (n % 2)),
    apiVersion: "v1",
    ...(n === 1
      ? { status: "disabled", disabledReason: "failing", disabledAt: now, failingSince: now }
      : { status: "enabled" }),
    sealedSecret: `sealed ${mark}`,
    ...(n < 2 && {
      previousSealedSecret: `sealed before ${mark}`,
      previousSecretExpiresAt: new Date(Number(now) + (n === 0 ? 1 : -1)),
    }),
    deletedAt: n === 2 ? now : null,
  }));
  await prisma.webhookEndpoint.createMany({ data: endpoints });
  const deliveries = endpoints.flatMap(({ id: endpointId }, e) =>
    [
      { status: "pending", nextAttemptAt: e === 0 ? now : null },
      { status: "delivered", endedAt: now, cause: "ping", attempts: 1 },
      {
        status: "failed",
        endedAt: now,
        failedReason: "not_taken",
        cause: "replay",
        replayId: newId("webhookReplay"),
        attempts: 2,
      },
      { status: "pending", nextAttemptAt: new Date(Number(now) + 1), attempts: 2 },
    ].map((more, n) => ({
      id: newId("webhookDelivery"),
      organisationId,
      endpointId,
      eventId: `evn_${n}`,
      eventType: "booking.created",
      subjectId: `bkg_${mark.toLowerCase()}`,
      cause: "event",
      attempts: 0,
      createdAt: new Date(Number(now) + (n % 3)),
      ...more,
    })),
  );
  await prisma.webhookDelivery.createMany({ data: deliveries });
  await prisma.webhookAttempt.createMany({
    data: deliveries.flatMap(({ id: deliveryId, attempts }) =>
      Array.from({ length: attempts }, (_, n) => ({
        deliveryId,
        number: n + 1,
        at: new Date(Number(now) + n),
        durationMs: n * 7,
        ...(n === 0 ? { status: 500, answer: `${mark} ${AWKWARD}` } : { failure: "timed_out" }),
      })),
    ),
  });
}

function connectionRow({ organisationId }: Clinic, mark: string, sealedSecret: string | null = "sealed") {
  const what = { provider: "stripe", name: `${mark} ${AWKWARD}`, status: "enabled", sealedSecret };
  const when = { version: 1, createdAt: now, updatedAt: now };
  return { id: newId("receiverConnection"), organisationId, ...what, ...when };
}

type Connection = ReturnType<typeof connectionRow>;

/** One came by a connection that is there no more, one to the installation. */
function receivedRows(mark: string, connection: Connection, gone: Connection): Prisma.ReceivedEventCreateManyInput[] {
  return [
    receivedEventRow(connection, { occurredAt: now, type: `${mark} ${AWKWARD}` }),
    receivedEventRow(connection, { status: "received", attempts: 0, processedAt: null, type: null }),
    receivedEventRow(connection, { status: "failed", reason: AWKWARD, createdAt: new Date(Number(now) - 1) }),
    receivedEventRow(gone, { status: "ignored", reason: "late", createdAt: new Date(Number(now) + 1) }),
    { ...receivedEventRow(connection), connectionId: null, organisationId: null },
  ];
}

/** One is the house's own, and one still to be done: neither is among the dead letters. */
function jobRows({ organisationId }: Clinic, mark: string, subjectId: string): Prisma.JobCreateManyInput[] {
  return [
    { diedAt: new Date(Number(now) + 1), subjectId, traceId: "4bf92f3577b34da6a3ce929d0e0e4736" },
    { lastError: `${mark} ${AWKWARD}` },
    { kind: "chair-lift", attempts: 1 },
    { diedAt: new Date(Number(now) - 1), createdAt: new Date(Number(now) + 1) },
    { diedAt: null },
    { organisationId: null },
  ].map((more) => deadLetterRow(organisationId, more));
}

function notificationRows({ organisationId }: Clinic, bookingId: string): Prisma.NotificationCreateManyInput[] {
  return [
    { status: "planned" },
    { status: "delivered", channel: "sms", recipientType: "host", sentAt: now, deliveredAt: now, provider: "twilio" },
    { status: "failed", reason: "bounced", detail: AWKWARD, nextAttemptAt: now, createdAt: new Date(Number(now) - 1) },
    { status: "sent", eventId: null, kind: "booking_reminder", minutesBefore: 60, providerMessageId: "<m@x>" },
  ].map((more) => ({
    id: newId("notification"),
    organisationId,
    bookingId,
    eventId: newId("event"),
    kind: "booking_confirmed",
    channel: "email",
    recipientType: "attendee",
    recipientId: newId("attendee"),
    dueAt: now,
    attempts: 1,
    requestId: "notified",
    createdAt: now,
    updatedAt: now,
    ...more,
  }));
}

function attendeeRows(mark: string, bookingId: string, n: number): Prisma.AttendeeCreateManyInput[] {
  return Array.from({ length: 1 + (n % 3) }, (_, position) => ({
    id: newId("attendee"),
    bookingId,
    position,
    role: position === 0 ? "booker" : "guest",
    name: position === 2 ? null : `${mark} guest ${n} ${AWKWARD}`,
    email: `guest${n}.${position}@${mark.toLowerCase()}.example`,
    phone: position === 0 ? "+491234567" : null,
    locale: position === 0 ? "de" : null,
    timeZone: position === 0 ? ZONE : null,
  }));
}

async function seedAudit({ prisma }: Database, clinic: Clinic, mark: string, bookingIds: string[]): Promise<void> {
  const { organisationId, owner } = clinic;
  const lines = bookingIds.flatMap((objectId, n) =>
    Array.from({ length: n % 3 }, (_, step) => ({
      id: newId("auditEntry"),
      organisationId,
      actorKind: step === 0 ? "secret_key" : "publishable_key",
      actorId: owner.keyId,
      memberId: step === 0 ? owner.memberId : null,
      action: step === 0 ? "booking.created" : "booking.updated",
      objectId,
      requestId: `${mark} request`,
      ...(step === 1 && {
        changes: { status: ["pending", "confirmed"], price: [null, { amountMinor: LARGEST_PRICE }] },
      }),
      at: new Date(Number(now) + (n % 5)),
    })),
  );
  await prisma.auditEntry.createMany({ data: lines });
  const origins = lines
    .filter((_, index) => index % 2 === 0)
    .map(({ id, objectId }) => ({
      auditEntryId: id,
      reason: `${mark} reason <${bookingIds.indexOf(objectId)}> ${AWKWARD}`,
    }));
  await prisma.auditOrigin.createMany({ data: origins });
}
