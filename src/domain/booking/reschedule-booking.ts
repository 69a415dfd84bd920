import { auditRow, eventRow } from "../audit/record-command.ts";
import { withinLimits } from "../booking-limit/within-limits.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import { withHeld } from "../event-type/choose-team.ts";
import { chooseDuration } from "../event-type/slot-terms.ts";
import type { Hold } from "../hold/hold.ts";
import { findLiveHold, toConversion } from "../hold/held-slot.ts";
import type { DomainContext } from "../shared/context.ts";
import { onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { uuidOf } from "../shared/ids.ts";
import { toBookingRow } from "./booking-rows.ts";
import type { Booking } from "./booking.ts";
import { assertMayMove } from "./assert-may-move.ts";
import { answerUnchanged, type BookingCommandInput } from "./change-booking.ts";
import { durationOf } from "./event-type-for-moving.ts";
import { getBooking } from "./get-booking.ts";
import { recordOfMove, toMovedBooking, type Destination } from "./moved-booking.ts";
import { assertMayOverride, type Overridable } from "./override.ts";
import type { WantedSlot } from "./slot-surroundings.ts";
import { servingSeats, standInPlaces, toSessionRow, wantedToOpen, type SeatedOutcome } from "./seats.ts";
import { decideOn, takeTime } from "./take-time.ts";
import { teamForMoving, type Moving } from "./team-for-moving.ts";
import { nameChosen, resourceIdsOf, standInsFor, toWantedTime, type StandIns } from "./wanted-time.ts";

export interface RescheduleBookingInput extends BookingCommandInput {
  startsAt: Date;
  /** As long as before when left out. */
  durationMinutes?: number;
  /**
   * The same hosts when left out; of a round robin he takes the place of who was chosen. A member who is not a host of the
   * event type needs the scope bookings:override.
   */
  hostId?: string;
  /** A hold of just this time, which was made for this booking. */
  holdId?: string;
  override?: Overridable[];
  reason?: string | null;
}

/**
 * Moves a booking: the old time is freed and the new one taken together, or nothing happens. It keeps its identity, its
 * status and the terms it was made under.
 * @throws not_found, booking_not_reschedulable, slot_unavailable, hold_over, stale_version, validation_failed, forbidden
 */
export async function rescheduleBooking(ctx: DomainContext, input: RescheduleBookingInput): Promise<Booking> {
  assertMayOverride(ctx, input.override);
  const { eventTypeId } = await getBooking(ctx, input.bookingId, "move or cancel bookings");
  return usingOffering(ctx, eventTypeId, (offering) => moveBooking(ctx, offering, input), {
    rule: "move or cancel bookings",
    deletedToo: true,
  });
}

async function moveBooking(
  ctx: DomainContext,
  offering: Offering,
  input: RescheduleBookingInput,
): Promise<Booking | typeof OUTDATED> {
  const booking = await getBooking(ctx, input.bookingId, "move or cancel bookings");
  assertMayMove(ctx, booking, input.ifVersion);

  const { eventTypeId } = booking;
  const hold = await findLiveHold(ctx, input.holdId, { ...input, eventTypeId, rule: "move or cancel bookings" });
  if (booking.groupSessionId !== null) return movePlaces(ctx, offering, booking, input, hold);
  const wanted = await toWantedSlot(ctx, offering, booking, input, hold);
  const standIns = standInsFor(ctx, wanted.team);
  const moved = toMovedBooking(ctx, booking, destinationOf(wanted, standIns));
  if (isSameTimeAndHost(booking, moved)) return answerUnchanged(ctx, booking);

  const decision = await decideOn(ctx, wanted, hold);
  if (decision === OUTDATED) return OUTDATED;
  const { team } = decision;
  const record = recordOfMove(booking, moved, input.reason);
  const asked = { all: team.all.map((host) => ({ host })), pool: [], needs: team.needs };
  const taken = await takeTime(ctx, decision, async () =>
    ctx.db.call<CommandOutcome & { chosen?: string[] }>("reschedule_booking", [
      onceRow(ctx, moved),
      wanted.offering.terms,
      booking.version,
      [...booking.hostIds, ...booking.resourceIds].map(uuidOf),
      {
        ...withinLimits(wanted, moved, toWantedTime(moved, asked, standIns)),
        ...(await toConversion(ctx, hold, booking.id)),
      },
      toBookingRow(moved),
      eventRow(ctx, record),
      auditRow(ctx, record),
    ]),
  );
  return taken === OUTDATED ? OUTDATED : nameChosen(moved, standIns, taken.chosen);
}

/** The same of a group event: from one session to another, whoever holds that. */
async function movePlaces(
  ctx: DomainContext,
  offering: Offering,
  booking: Booking,
  input: RescheduleBookingInput,
  hold: Hold | null,
): Promise<Booking | typeof OUTDATED> {
  const wanted: WantedSlot = {
    ...toWanted(servingSeats(offering, booking, input.hostId, "/hostId"), booking, input, hold),
    places: booking.attendees.length,
    hostId: input.hostId,
  };
  const standIns = standInPlaces(ctx);
  const moved = { ...toMovedBooking(ctx, booking, destinationOf(wanted, standInsFor(ctx, wanted.team))), ...standIns };
  if (isSameTimeAndHost({ ...moved, hostIds: booking.hostIds }, booking)) return answerUnchanged(ctx, booking);

  const decision = await decideOn(ctx, wanted, hold);
  if (decision === OUTDATED) return OUTDATED;
  const { reason, team } = decision;
  const record = recordOfMove(booking, moved, input.reason);
  const asked = {
    all: team.all.map((host) => ({ host })),
    pool: team.pool.map((host) => ({ host })),
    needs: team.needs,
  };
  const opened = toWantedTime(moved, asked, standInsFor(ctx, team));
  const taken = await takeTime(ctx, decision, async () =>
    ctx.db.call<SeatedOutcome>("move_seated_booking", [
      onceRow(ctx, moved),
      wanted.offering.terms,
      booking.version,
      {
        ...toSessionRow(ctx, wanted, moved, standIns),
        ...(await toConversion(ctx, hold, booking.id)),
        from: { id: booking.groupSessionId, event_type_id: booking.eventTypeId, starts_at: booking.startsAt },
      },
      wantedToOpen(reason, withinLimits(wanted, moved, opened)),
      toBookingRow(moved),
      eventRow(ctx, record),
      auditRow(ctx, record),
    ]),
  );
  return taken === OUTDATED ? OUTDATED : { ...moved, ...taken.places };
}

async function toWantedSlot(
  ctx: DomainContext,
  offering: Offering,
  booking: Booking,
  input: RescheduleBookingInput,
  hold: Hold | null,
): Promise<WantedSlot> {
  const hostId = input.hostId ?? (hold ? heldHostOf(hold, offering) : undefined);
  const moving = await teamForMoving(ctx, offering, booking, hostId, "/hostId");
  if (hold) moving.team.needs = withHeld(moving.team.needs, hold.resourceIds);
  return toWanted(moving, booking, input, hold);
}

function toWanted(moving: Moving, booking: Booking, input: RescheduleBookingInput, hold: Hold | null): WantedSlot {
  return {
    ...moving,
    startsAt: input.startsAt.getTime(),
    durationMinutes: hold
      ? durationOf(hold)
      : chooseDuration(moving.offering.eventType, input.durationMinutes ?? durationOf(booking), "/durationMinutes"),
    override: input.override,
    bookingId: booking.id,
    holdId: hold?.id,
  };
}

/** Who was asked for when the time was held stands first among its hosts. Of a collective nobody is asked for. */
function heldHostOf({ hostIds }: Hold, { eventType }: Offering): string | undefined {
  return eventType.assignment === "collective" ? undefined : hostIds[0];
}

/** As long as is wanted, with the team that is. */
function destinationOf({ startsAt, durationMinutes, team }: WantedSlot, standIns: StandIns): Destination {
  const hostIds = team.all.map(({ memberId }) => memberId);
  return { startsAt, durationMinutes, hostIds, resourceIds: resourceIdsOf(team.needs, standIns) };
}

function isSameTimeAndHost(a: Booking, b: Booking): boolean {
  return (
    a.startsAt.getTime() === b.startsAt.getTime() &&
    a.endsAt.getTime() === b.endsAt.getTime() &&
    a.hostIds.join() === b.hostIds.join()
  );
}
