import { randomBytes } from "node:crypto";
import { createApiKey } from "../domain/access/create-api-key.ts";
import { getAvailability } from "../domain/availability/get-availability.ts";
import type { Booking } from "../domain/booking/booking.ts";
import { cancelBooking } from "../domain/booking/cancel-booking.ts";
import { completeBooking } from "../domain/booking/complete-booking.ts";
import { confirmBooking } from "../domain/booking/confirm-booking.ts";
import { createBooking } from "../domain/booking/create-booking.ts";
import { markBookingNoShow } from "../domain/booking/mark-booking-no-show.ts";
import { createEventType, type CreateEventTypeInput } from "../domain/event-type/create-event-type.ts";
import { listEventTypes } from "../domain/event-type/list-event-types.ts";
import type { EventType } from "../domain/event-type/event-type.ts";
import { createMember } from "../domain/identity/create-member.ts";
import { createOrganisation } from "../domain/identity/create-organisation.ts";
import { toMember, type Member } from "../domain/identity/member.ts";
import { hashPassword, type PasswordPorts } from "../domain/identity/password.ts";
import { createSchedule } from "../domain/schedule/create-schedule.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import { newId } from "../domain/shared/ids.ts";
import { addDays, DAY_MS } from "../domain/shared/local-date.ts";
import { consoleContext, type ConsoleDeps } from "./console-context.ts";
import type { Demo } from "./start-message.ts";
import { systemClock } from "./system-clock.ts";

const OWNER = { name: "Ada Okafor", email: "ada@demo.example", timeZone: "Europe/Berlin", locale: "en" };
const HOST = { name: "Ben Carter", email: "ben@demo.example", timeZone: "America/New_York" };

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const WEEKS_AROUND_TODAY = 3;
const HOUR_MS = 3_600_000;

const ATTENDEES = [
  { name: "Chidi Okonkwo", email: "chidi@example.com", timeZone: "Africa/Lagos" },
  { name: "Mei Tanaka", email: "mei@example.com", timeZone: "Asia/Tokyo" },
  { name: "Lucía Fernández", email: "lucia@example.com", timeZone: "Europe/Madrid" },
  { name: "Sam Carter", email: "sam@example.com", timeZone: "America/Chicago" },
  { name: "Priya Nair", email: "priya@example.com", timeZone: "Asia/Kolkata" },
];

/** Two new keys of the demo organisation. */
async function makeDemoKeys(ctx: DomainContext): Promise<Pick<Demo, "apiKey" | "publishableKey">> {
  const secret = await createApiKey(ctx, { name: "Demo back end", kind: "secret" });
  const web = { name: "Demo web page", kind: "publishable" as const, allowedOrigins: ["*"] };
  const publishable = await createApiKey(ctx, web);
  return { apiKey: secret.secret, publishableKey: publishable.secret };
}

/**
 * Makes the demo organisation: two hosts in two zones, four event types, some weeks of bookings around today. What an
 * interrupted start has made already stays. The keys and the password are new.
 */
export async function seedDemo(deps: ConsoleDeps & PasswordPorts): Promise<Omit<Demo, "baseUrl">> {
  const ownerPassword = randomBytes(12).toString("base64url");
  const ada = await ensureOwner(deps, ownerPassword);
  const ctx = consoleContext(deps, ada);
  const where = { organisationId: ada.organisationId };

  const ben =
    (await deps.db.prisma.member.findFirst({ where: { ...where, email: HOST.email } })) ??
    (await createMember(ctx, HOST));
  if ((await deps.db.prisma.schedule.count({ where })) === 0) await seedSchedules(ctx, ada.id, ben.id);
  if ((await deps.db.prisma.eventType.count({ where })) === 0) await seedEventTypes(ctx, ada.id, ben.id);
  const { data: eventTypes } = await listEventTypes(ctx, { limit: 100 });
  if ((await deps.db.prisma.booking.count({ where })) === 0) await seedBookings(deps, ada, eventTypes);
  return {
    organisationId: ada.organisationId,
    ...(await makeDemoKeys(ctx)),
    ownerEmail: ada.email,
    ownerPassword,
    hosts: [ada, ben].map(({ id, email, timeZone }) => ({ memberId: id, email, timeZone })),
    eventTypes: eventTypes.map(({ id, slug }) => ({ id, slug })),
  };
}

/** The owner with a new password, and with his organisation where there is none yet. */
async function ensureOwner({ db, passwordHasher }: ConsoleDeps & PasswordPorts, password: string): Promise<Member> {
  const find = () => db.prisma.member.findFirst({ where: { email: OWNER.email, role: "owner" } });
  const known = await find();
  if (known) {
    const passwordHash = await hashPassword({ passwordHasher }, password);
    await db.prisma.user.update({ where: { id: known.userId! }, data: { passwordHash } });
    return toMember(known);
  }
  await createOrganisation(
    { db, clock: systemClock, ids: newId, passwordHasher },
    { name: "Riverside Clinic (demo)", mode: "test", owner: { ...OWNER, password } },
  );
  return toMember((await find())!);
}

async function seedSchedules(ctx: DomainContext, adaId: string, benId: string): Promise<void> {
  const today = ctx.clock.now().toISOString().slice(0, 10);
  await createSchedule(ctx, {
    name: "Clinic hours",
    memberId: adaId,
    timeZone: "Europe/Berlin",
    weekly: [{ days: [...WEEKDAYS], start: "09:00", end: "17:00" }],
    overrides: [
      { date: addDays(today, 10), intervals: [] },
      { date: addDays(today, 12), intervals: [{ start: "13:00", end: "19:00" }] },
    ],
  });
  await createSchedule(ctx, {
    name: "Mornings and late afternoons",
    memberId: benId,
    timeZone: "America/New_York",
    weekly: [
      { days: [...WEEKDAYS], start: "08:30", end: "12:00" },
      { days: ["tuesday", "thursday"], start: "14:00", end: "18:30" },
    ],
    overrides: [{ date: addDays(today, 8), intervals: [{ start: "10:00", end: "11:00" }] }],
  });
}

async function seedEventTypes(ctx: DomainContext, adaId: string, benId: string): Promise<void> {
  const eventTypes: CreateEventTypeInput[] = [
    {
      title: "First visit",
      description: "Half an hour to get to know each other.",
      hosts: [{ memberId: adaId }],
      durationsMinutes: [30, 60],
      locations: [{ type: "address", value: "Riverside 1, Berlin" }],
    },
    {
      title: "Treatment",
      hosts: [{ memberId: adaId }],
      durationsMinutes: [60],
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
      minimumNoticeMinutes: 24 * 60,
      requiresConfirmation: true,
      price: { amountMinor: 12_000, currency: "EUR" },
      cancellationCutoffMinutes: 24 * 60,
    },
    {
      title: "Video consultation",
      hosts: [{ memberId: benId }],
      durationsMinutes: [20, 40],
      slotIntervalMinutes: 20,
      bufferAfterMinutes: 10,
      minimumNoticeMinutes: 60,
      locations: [{ type: "link", value: "https://meet.example.com/riverside" }, { type: "phone" }],
      questions: [
        { key: "concern", label: "What is it about?", type: "long_text", required: false },
        { key: "first_time", label: "Is it your first time with us?", type: "boolean", required: false },
      ],
    },
    {
      title: "Case review",
      hosts: [{ memberId: benId }],
      durationsMinutes: [45],
      slotIntervalMinutes: 15,
      visibility: "private",
      bookingWindow: null,
    },
  ];
  for (const eventType of eventTypes) await createEventType(ctx, eventType);
}

/** One booking a working day, made four days ahead at the time as it was then; the past ones took their course. */
async function seedBookings(deps: ConsoleDeps, owner: Member, eventTypes: EventType[]): Promise<void> {
  const now = systemClock.now().getTime();
  const days = WEEKS_AROUND_TODAY * 7;
  for (let day = -days; day < days; day++) {
    const dayStart = now + day * DAY_MS;
    const madeAt = Math.min(now, dayStart - 4 * DAY_MS);
    const ctx = consoleContext(deps, owner, { now: () => new Date(madeAt) });
    const eventType = eventTypes[Math.abs(day) % eventTypes.length]!;
    const booking = await bookSomeTime(ctx, eventType, dayStart, Math.abs(day));
    if (booking) await concludeBooking(deps, owner, booking, Math.abs(day));
  }
}

async function bookSomeTime(
  ctx: DomainContext,
  eventType: EventType,
  from: number,
  turn: number,
): Promise<Booking | null> {
  const { days } = await getAvailability(ctx, {
    eventTypeId: eventType.id,
    from: new Date(from),
    to: new Date(from + DAY_MS),
    timeZone: eventType.timeZone,
  });
  const starts = days.flatMap(({ startsAt }) => startsAt);
  if (starts.length === 0) return null;
  const { timeZone, ...attendee } = ATTENDEES[turn % ATTENDEES.length]!;
  return createBooking(ctx, {
    eventTypeId: eventType.id,
    startsAt: new Date(starts[(turn * 3) % starts.length]!),
    timeZone,
    attendee,
    clientCreatedAt: ctx.clock.now(),
    location: eventType.locations[0],
  });
}

/** What became of it: most took place, a few were cancelled, a few had nobody come, a few still wait to be confirmed. */
async function concludeBooking(deps: ConsoleDeps, owner: Member, booking: Booking, turn: number): Promise<void> {
  const input = { bookingId: booking.id };
  const now = consoleContext(deps, owner);
  const isOver = booking.endsAt < now.clock.now();
  if (turn % 9 === 4) {
    await cancelBooking(now, { ...input, reason: "Fell ill" });
    return;
  }
  if (booking.status === "pending" && (isOver || turn % 2 === 0)) {
    const soonAfter = { now: () => new Date(booking.createdAt.getTime() + HOUR_MS) };
    await confirmBooking(consoleContext(deps, owner, soonAfter), input);
  }
  if (isOver) await (turn % 7 === 3 ? markBookingNoShow(now, input) : completeBooking(now, input));
}
