import { dropJobs, enqueue } from "../job/enqueue.ts";
import type { DomainEvent } from "../outbox/domain-event.ts";
import type { EventHandler, HandlerContext } from "../outbox/event-handler.ts";
import type { Transaction } from "../shared/database.ts";
import { findHostSettings } from "./host-settings.ts";
import { remindersOf, type RemindedBooking, type WantedReminder } from "./reminders.ts";

/**
 * Holds the reminders that are planned against what the booking is now, after each event that may have changed it. So it does
 * not matter which event came, nor how often: what is planned and wanted stays, the rest is taken back, what is missing is
 * added. A booking that comes back to a time has the reminders again that it had there, but for those that are out.
 */
export const reminderHandler: EventHandler = {
  name: "reminders",
  types: [
    "booking.created",
    "booking.email_verified",
    "booking.confirmed",
    "booking.declined",
    "booking.cancelled",
    "booking.attendee_cancelled",
    "booking.rescheduled",
    "booking.updated",
  ],
  handle: planReminders,
};

type Row = Omit<RemindedBooking, "startsAt" | "hosts"> & {
  id: string;
  organisationId: string;
  version: number;
  startsAt: Date;
  hostIds: string[];
};

async function planReminders(ctx: HandlerContext, events: readonly DomainEvent[]): Promise<void> {
  const origins = originsOf(events);
  const bookingIds = [...origins.keys()].sort();
  const bookings = await findBookings(ctx.tx, bookingIds);
  const planned = await findPlanned(ctx.tx, bookingIds);
  const wanted = await findWanted(ctx, bookings, origins);
  const isPlanned = new Set(planned.map(keyOfPlanned));
  const isWanted = new Set(wanted.map(({ booking, reminder }) => keyOf(booking.id, reminder)));
  await takeBack(
    ctx,
    planned.filter((row) => !isWanted.has(keyOfPlanned(row))).map(({ id }) => id),
  );
  const missing = wanted.filter(
    ({ booking, reminder }) => reminder.dueAt !== null && !isPlanned.has(keyOf(booking.id, reminder)),
  );
  await add(ctx, missing, origins);
}

/** Of each booking the event that says when it came to stand as it does: what was due since is not too late, only late. */
function originsOf(events: readonly DomainEvent[]): Map<string, DomainEvent> {
  const inTurn = [
    ...events.filter(({ type }) => !SETS_TIME.has(type)),
    ...events.filter(({ type }) => SETS_TIME.has(type)),
  ];
  return new Map(inTurn.map((event) => [event.subjectId, event]));
}

const SETS_TIME = new Set<string>([
  "booking.created",
  "booking.confirmed",
  "booking.email_verified",
  "booking.rescheduled",
]);

async function findWanted(
  { tx, clock }: HandlerContext,
  bookings: readonly Row[],
  origins: ReadonlyMap<string, DomainEvent>,
): Promise<Wanted[]> {
  const hostIds = bookings.filter(({ reminders }) => reminders.length > 0).flatMap((booking) => booking.hostIds);
  const settings = await findHostSettings(tx, hostIds, clock.now());
  return bookings.flatMap((booking) => {
    const hosts = booking.hostIds.flatMap((id) => settings.get(id) ?? []);
    const since = Date.parse(origins.get(booking.id)!.occurredAt);
    const reminders = remindersOf({ ...booking, startsAt: booking.startsAt.getTime(), hosts }, since);
    return reminders.map((reminder) => ({ booking, reminder }));
  });
}

/** With all that its reminders depend on, as it is now. */
function findBookings(tx: Transaction, ids: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT b.id, b.organisation_id AS "organisationId", b.version, b.status, b.starts_at AS "startsAt",
      b.time_zone AS "timeZone", b.reminders,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'phone', a.phone, 'timeZone', a.time_zone)
          ORDER BY a.position), '[]') FROM attendee a WHERE a.booking_id = b.id) AS attendees,
      (SELECT coalesce(jsonb_agg(h.member_id ORDER BY h.position), '[]') FROM booking_host h WHERE h.booking_id = b.id)
        AS "hostIds"
    FROM booking b WHERE b.id = ANY (${ids})`;
}

interface PlannedRow {
  id: string;
  bookingId: string;
  minutesBefore: number;
  startsAt: Date;
  channel: string;
  recipientType: string;
  recipientId: string;
}

/** What has begun to go is not taken back. */
function findPlanned(tx: Transaction, bookingIds: readonly string[]): Promise<PlannedRow[]> {
  return tx.$queryRaw<PlannedRow[]>`
    SELECT id, booking_id AS "bookingId", minutes_before AS "minutesBefore", starts_at AS "startsAt", channel,
       recipient_type AS "recipientType", recipient_id AS "recipientId"
    FROM notification WHERE booking_id = ANY (${bookingIds}) AND kind = 'booking_reminder' AND status = 'planned'
    ORDER BY id FOR UPDATE`;
}

function keyOfPlanned({ bookingId, startsAt, recipientType: type, recipientId: id, ...row }: PlannedRow): string {
  return keyOf(bookingId, { ...row, startsAt: startsAt.getTime(), type, id });
}

type Named = Record<"minutesBefore" | "startsAt" | "channel" | "type" | "id", string | number>;

function keyOf(bookingId: string, { minutesBefore, startsAt, channel, type, id }: Named): string {
  return [bookingId, minutesBefore, startsAt, channel, type, id].join(" ");
}

async function takeBack({ tx, clock }: HandlerContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = { status: "dropped", reason: "superseded", nextAttemptAt: null, updatedAt: clock.now() };
  await tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: gone });
  await dropJobs(tx, "send-notification", ids);
}

interface Wanted {
  booking: Row;
  reminder: WantedReminder;
}

async function add(
  ctx: HandlerContext,
  missing: readonly Wanted[],
  origins: ReadonlyMap<string, DomainEvent>,
): Promise<void> {
  if (missing.length === 0) return;
  const rows = missing.map(({ booking, reminder }) => toRow(ctx, booking, reminder, origins.get(booking.id)!));
  const added = await ctx.tx.$queryRaw<{ id: string; bookingId: string; channel: string; dueAt: Date }[]>`
    INSERT INTO notification SELECT * FROM jsonb_populate_recordset(NULL::notification, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (booking_id, kind, minutes_before, starts_at, channel, recipient_type, recipient_id) WHERE event_id IS NULL
      DO UPDATE SET status = 'planned', reason = NULL, due_at = excluded.due_at, booking_version = excluded.booking_version,
        updated_at = excluded.updated_at
      WHERE notification.status = 'dropped' AND notification.reason = 'superseded'
    RETURNING id, booking_id AS "bookingId", channel, due_at AS "dueAt"`;
  const jobs = added.map(({ id, bookingId, channel, dueAt }) => {
    const { organisationId, requestId, traceId } = origins.get(bookingId)!;
    const origin = { organisationId, subjectId: bookingId, requestId, traceId };
    return {
      ...{ kind: "send-notification" as const, data: { notificationId: id }, key: id, lane: channel, dueAt },
      ...origin,
    };
  });
  await enqueue(ctx, ctx.tx, jobs);
}

/** As JSON populates it. */
function toRow({ ids, clock }: HandlerContext, booking: Row, reminder: WantedReminder, { requestId }: DomainEvent) {
  const now = clock.now();
  return {
    id: ids("notification"),
    organisation_id: booking.organisationId,
    booking_id: booking.id,
    kind: "booking_reminder",
    channel: reminder.channel,
    recipient_type: reminder.type,
    recipient_id: reminder.id,
    booking_version: booking.version,
    minutes_before: reminder.minutesBefore,
    starts_at: booking.startsAt,
    status: "planned",
    due_at: new Date(reminder.dueAt!),
    attempts: 0,
    request_id: requestId,
    created_at: now,
    updated_at: now,
  };
}
