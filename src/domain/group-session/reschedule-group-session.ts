import { shareLimits } from "../booking-limit/limit-room.ts";
import type { Booking } from "../booking/booking.ts";
import { isExpired } from "../booking/change-booking.ts";
import { durationOf } from "../booking/event-type-for-moving.ts";
import { recordOfMove, toMovedBooking, type Destination } from "../booking/moved-booking.ts";
import { assertMayOverride, type Overridable } from "../booking/override.ts";
import { refuseSlot } from "../booking/refuse-slot.ts";
import { teamForMoving } from "../booking/team-for-moving.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import { readOutlook, type WantedSeries } from "../series/outlook.ts";
import { limitsOfTime, timeOf } from "../series/series-time.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import {
  answerUnchangedSession,
  assertBooked,
  assertChangeable,
  readSharedSession,
  toGroupSessionPayload,
  writeSharedSession,
  type SessionChange,
  type SharedSession,
} from "./change-group-session.ts";
import { getGroupSession } from "./get-group-session.ts";
import type { GroupSession } from "./group-session.ts";

export interface RescheduleGroupSessionInput {
  groupSessionId: string;
  startsAt: Date;
  /** Takes the place of the first host; all stay when left out. */
  hostId?: string;
  override?: Overridable[];
  reason?: string | null;
}

/**
 * Moves a group session with all of its bookings, or nothing. It keeps its identity, length and places, its bookings what they
 * were made under. What holds have of it is given up.
 * @throws not_found, booking_not_reschedulable, slot_unavailable, validation_failed, forbidden
 */
export async function rescheduleGroupSession(
  ctx: DomainContext,
  input: RescheduleGroupSessionInput,
): Promise<GroupSession> {
  assertMayOverride(ctx, input.override);
  const { eventTypeId } = await getGroupSession(ctx, input.groupSessionId, "change bookings");
  const use = { rule: "move or cancel bookings", deletedToo: true } as const;
  return usingOffering(ctx, eventTypeId, (offering) => moveSession(ctx, offering, input), use);
}

async function moveSession(
  ctx: DomainContext,
  offering: Offering,
  input: RescheduleGroupSessionInput,
): Promise<GroupSession | typeof OUTDATED> {
  const found = await readSharedSession(ctx, input.groupSessionId);
  assertBooked(found.bookings);
  assertChangeable(found.bookings, "reschedule");

  const wanted = await toWanted(ctx, offering, found, input);
  const memberIds = wanted.team.all.map(({ memberId }) => memberId);
  const { session } = found;
  if (session.startsAt.getTime() === input.startsAt.getTime() && session.hostIds.join() === memberIds.join())
    return answerUnchangedSession(ctx, session);

  const { current, hosts, occurrences } = await readOutlook(ctx, wanted);
  if (!current) return OUTDATED;
  const [prospect] = occurrences;
  const slot = { ...wanted, startsAt: input.startsAt.getTime() };
  if (prospect!.reason) return refuseSlot(ctx, slot, prospect!.reason);

  const resourceIds = prospect!.resources.map(({ resource }) => resource.resourceId);
  const destination = { ...slot, hostIds: memberIds, resourceIds };
  const time = timeOf(ctx, wanted, hosts, prospect!);
  const written = await writeSharedSession(ctx, found, moved(ctx, found, wanted, destination, time, input));
  return written === "limit" ? refuseSlot(ctx, slot, "limit") : written;
}

/** The oldest booking says what the session was opened under, and by whom it is served. */
async function toWanted(
  ctx: DomainContext,
  offering: Offering,
  { session, bookings }: SharedSession,
  { startsAt, hostId, override }: RescheduleGroupSessionInput,
): Promise<WantedSeries> {
  return {
    ...(await teamForMoving(ctx, offering, bookings[0]!, hostId, "/hostId")),
    starts: [startsAt.getTime()],
    durationMinutes: durationOf(session),
    override,
    moving: { claims: await readClaims(ctx, session.id), resourceIds: [session.resourceIds] },
  };
}

const CLAIMS_OF_SESSION = {
  name: "claims_of_session",
  text: `SELECT subject_id AS "subjectId", lower(during) AS "from" FROM claim WHERE session_id = $1`,
};

/** What it has now, which is not in its way: the starts of its claims by subject. */
async function readClaims(ctx: DomainContext, sessionId: string): Promise<Map<string, Set<number>>> {
  const rows = await ctx.db.query<{ subjectId: string; from: Date }>(CLAIMS_OF_SESSION, [sessionId]);
  return new Map(rows.map(({ subjectId, from }) => [subjectId, new Set([from.getTime()])]));
}

function moved(
  ctx: DomainContext,
  { session, bookings }: SharedSession,
  wanted: WantedSeries,
  to: Destination,
  time: ReturnType<typeof timeOf>,
  { startsAt, reason }: RescheduleGroupSessionInput,
): SessionChange {
  const endsAt = new Date(to.startsAt + to.durationMinutes * MINUTE_MS);
  const { hostIds, resourceIds } = to;
  const emailOf = ({ attendees }: Booking) => attendees.find(({ role }) => role === "booker")?.email;
  const limitsOf = (booking: Booking) => limitsOfTime({ ...wanted, email: emailOf(booking) }, to.startsAt, time);
  return {
    session: { startsAt, endsAt, hostIds, resourceIds, placesTaken: placesOf(bookings) },
    bookings: bookings.map((booking) => {
      const after = movedBooking(ctx, booking, to);
      return { booking: after, record: recordOfMove(booking, after, reason) };
    }),
    record: (after) => ({
      type: "group_session.rescheduled",
      objectId: session.id,
      payload: {
        groupSession: toGroupSessionPayload(after),
        bookingIds: bookings.map(({ id }) => id),
        previous: {
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          hostIds: session.hostIds,
          resourceIds: session.resourceIds,
        },
      },
      changes: {
        startsAt: [session.startsAt, startsAt],
        endsAt: [session.endsAt, endsAt],
        hostIds: [session.hostIds, hostIds],
        resourceIds: [session.resourceIds, resourceIds],
      },
      reason,
    }),
    terms: [wanted.offering.terms],
    wanted: {
      claims: time.all.map((claim) => ({ ...claim, session_id: session.id })),
      limits: shareLimits(bookings.map(limitsOf)).limits.map(({ most, ...limit }) => limit),
      at: ctx.clock.now(),
    },
  };
}

/** One whose time to be confirmed has run out comes along, and is declined as it would have been. */
function movedBooking(ctx: DomainContext, booking: Booking, to: Destination): Booking {
  const after = toMovedBooking(ctx, booking, to);
  return isExpired(ctx, booking) ? { ...after, expiresAt: booking.expiresAt } : after;
}

/** Whoever takes part has one. */
function placesOf(bookings: readonly Booking[]): number {
  return bookings.reduce((sum, { attendees }) => sum + attendees.length, 0);
}
