import { auditRow, eventRow, type CommandRecord } from "../audit/record-command.ts";
import { BOOKING_COLUMNS, toBooking, toBookingRow, type BookingRow } from "../booking/booking-rows.ts";
import { TRANSITIONS, type Booking, type BookingCommand } from "../booking/booking.ts";
import { isThereAlready, type BookingChange } from "../booking/change-booking.ts";
import { OUTDATED, type Terms } from "../event-type/offering.ts";
import { statusOf, toHold, toHoldPayload, type Hold } from "../hold/hold.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { assertFresh, keepAnswer, onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { getGroupSession } from "./get-group-session.ts";
import type { GroupSession } from "./group-session.ts";

/** A group session with all that has places of it, as they were made. */
export interface SharedSession {
  session: GroupSession;
  bookings: Booking[];
  holds: Hold[];
}

/** What a command makes of it. */
export interface SessionChange {
  session: Partial<GroupSession>;
  bookings: readonly Pick<BookingChange, "booking" | "record">[];
  /** What is told of the session itself, as it is then. */
  record: (session: GroupSession) => CommandRecord;
  /** By what a move was decided. */
  terms?: readonly Terms[];
  /** The `p_wanted` argument of `change_group_session`: the new time. Left out, it gives its time back. */
  wanted?: object;
}

const BOOKINGS_OF_SESSION = {
  name: "bookings_of_session",
  text: `SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.group_session_id = $1 AND b.places > 0 ORDER BY b.created_at, b.id`,
};

/** @throws not_found, forbidden */
export async function readSharedSession(ctx: DomainContext, groupSessionId: string): Promise<SharedSession> {
  const session = await getGroupSession(ctx, groupSessionId, "change bookings");
  const [bookings, holds] = await Promise.all([
    ctx.db.query<BookingRow>(BOOKINGS_OF_SESSION, [session.id]),
    ctx.db.prisma.hold.findMany({ where: { groupSessionId: session.id, keepsPlaces: true }, orderBy: { id: "asc" } }),
  ]);
  return { session, bookings: bookings.map(toBooking), holds: holds.map(toHold) };
}

/** Of a session that has taken place, in part, nothing is changed as a whole. @throws the command's refusal */
export function assertChangeable(bookings: readonly Booking[], command: BookingCommand): void {
  for (const booking of bookings) isThereAlready(booking, command);
}

/** @throws booking_not_reschedulable */
export function assertBooked(bookings: readonly Booking[]): void {
  if (bookings.length > 0) return;
  throw new DomainError(TRANSITIONS.reschedule.refusal, { detail: "No booking has places of the group session." });
}

/** Writes all of it, guarded by what was read. @returns the session as it is then, or why nothing was written */
export async function writeSharedSession(
  ctx: DomainContext,
  found: SharedSession,
  change: SessionChange,
): Promise<GroupSession | "limit" | typeof OUTDATED> {
  const bookings = change.bookings.map(({ booking }) => booking);
  const changed = { ...found.session, ...change.session };
  const records: CommandRecord[] = [
    change.record(changed),
    ...change.bookings.map(({ record }) => record),
    ...releasesOf(ctx, found.holds),
  ];
  const outcome = await ctx.db.call<CommandOutcome>("change_group_session", [
    onceRow(ctx, changed),
    change.terms ?? [],
    toSessionArgument(ctx, found, changed, change.wanted !== undefined),
    bookings.map(toBookingRow),
    change.wanted ?? null,
    records.map((record) => eventRow(ctx, record)),
    records.map((record) => auditRow(ctx, record)),
  ]);
  const done = assertFresh(outcome);
  if (done === "done") return changed;
  return done === "limit" ? "limit" : OUTDATED;
}

/** The `p_session` argument of `change_group_session`. */
function toSessionArgument(ctx: DomainContext, { session, holds }: SharedSession, to: GroupSession, isMoved: boolean) {
  return {
    id: session.id,
    event_type_id: session.eventTypeId,
    starts_at: session.startsAt,
    at: ctx.clock.now(),
    hold_ids: holds.map(({ id }) => id),
    ...(isMoved && { to: { starts_at: to.startsAt, ends_at: to.endsAt } }),
  };
}

/** What holds have of it is given up: it is not what they promised any more. */
function releasesOf(ctx: DomainContext, holds: readonly Hold[]): CommandRecord[] {
  const now = ctx.clock.now();
  return holds
    .filter((hold) => statusOf(hold, now) === "live")
    .map((hold) => {
      const released = { ...hold, keepsPlaces: false, endedAt: now, outcome: "released" as const };
      return { type: "hold.released", objectId: hold.id, payload: toHoldPayload(released) };
    });
}

/** What its events say of it. */
export function toGroupSessionPayload({ bookingIds: _, ...told }: GroupSession) {
  return told;
}

export async function answerUnchangedSession(ctx: DomainContext, session: GroupSession): Promise<GroupSession> {
  if (ctx.once) await keepAnswer(ctx, ctx.once.toAnswer(session));
  return session;
}
