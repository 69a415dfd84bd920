import { auditRow, eventRow } from "../audit/record-command.ts";
import { withinLimits } from "../booking-limit/within-limits.ts";
import type { Location } from "../event-type/location.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import { chooseTeam, teamOf } from "../event-type/choose-team.ts";
import { chooseDuration } from "../event-type/slot-terms.ts";
import type { Hold } from "../hold/hold.ts";
import { holdOver } from "../hold/hold-over.ts";
import { findLiveHold, toConversion } from "../hold/held-slot.ts";
import type { DomainContext } from "../shared/context.ts";
import { onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { toAttendeeRows, toBookingPayload, toBookingRow } from "./booking-rows.ts";
import type { Booking } from "./booking.ts";
import { durationOf } from "./event-type-for-moving.ts";
import { chooseWhatIsNew, toNewBooking, type NewBookingInput } from "./new-booking.ts";
import { assertMayOverride, type Overridable } from "./override.ts";
import { asPending, reasonsToWait, verificationMail } from "./pending.ts";
import { standInPlaces, toSessionRow, wantedToOpen, type SeatedOutcome } from "./seats.ts";
import type { WantedSlot } from "./slot-surroundings.ts";
import { decideOn, takeTime, type Decision } from "./take-time.ts";
import { teamInTurn } from "./team-in-turn.ts";
import { hostIdsOf, nameChosen, resourceIdsOf, standInsFor, toWantedTime } from "./wanted-time.ts";

export interface CreateBookingInput extends NewBookingInput {
  eventTypeId: string;
  startsAt: Date;
  durationMinutes?: number;
  hostId?: string;
  /** A hold of just this time, which becomes the booking. */
  holdId?: string;
  /** Rules of availability to set aside. */
  override?: Overridable[];
}

/**
 * Books a time: decided here, written by one statement that lets exactly one of any number of callers have it.
 * @throws not_found, validation_failed, slot_unavailable, hold_over, forbidden (override), idempotency_key_reused, AnsweredBefore
 */
export async function createBooking(ctx: DomainContext, input: CreateBookingInput): Promise<Booking> {
  assertMayOverride(ctx, input.override);
  return bookBy(ctx, input, "book");
}

/** The same for somebody who waited, of the time that is offered to him and no other. @throws hold_over, and as `createBooking` */
export function bookOffered(ctx: DomainContext, input: CreateBookingInput & { holdId: string }): Promise<Booking> {
  return bookBy(ctx, input, "answer an offer");
}

type BookingRule = "book" | "answer an offer";

function bookBy(ctx: DomainContext, input: CreateBookingInput, rule: BookingRule): Promise<Booking> {
  return usingOffering(ctx, input.eventTypeId, (offering) => bookOffering(ctx, offering, input, rule), { rule });
}

async function bookOffering(
  ctx: DomainContext,
  offering: Offering,
  input: CreateBookingInput,
  rule: BookingRule,
): Promise<Booking | typeof OUTDATED> {
  const { eventType } = offering;
  const hold = await findLiveHold(ctx, input.holdId, { ...input, bookingId: null, rule });
  if (!hold && rule === "answer an offer") throw holdOver("expired");
  const wanted = await toWantedSlot(ctx, offering, input, hold);
  const isOfSession = wanted.places !== undefined;
  const location = chooseWhatIsNew(isOfSession ? eventType : { ...eventType, seats: null }, input);
  const decision = await decideOn(ctx, wanted, hold);
  if (decision === OUTDATED) return OUTDATED;
  if (isOfSession) return bookPlaces(ctx, decision, input, location);
  const { team } = decision;
  const pendingReasons = await reasonsToWait(ctx, eventType);
  const standIns = standInsFor(ctx, team);
  const serving = { hostIds: hostIdsOf(team, standIns), resourceIds: resourceIdsOf(team.needs, standIns) };
  const booking = asPending(toNewBooking(ctx, wanted, { ...input, location }, serving), pendingReasons);
  const mail = verificationMail(booking);
  const record = { type: "booking.created" as const, objectId: booking.id, payload: toBookingPayload(booking), mail };
  const taken = await takeTime(ctx, decision, async () =>
    ctx.db.call<CreateOutcome>("create_booking", [
      onceRow(ctx, booking),
      wanted.offering.terms,
      {
        ...withinLimits(wanted, booking, toWantedTime(booking, await teamInTurn(ctx, wanted.offering, team), standIns)),
        ...(await toConversion(ctx, hold, booking.id)),
      },
      toBookingRow(booking),
      toAttendeeRows(booking),
      eventRow(ctx, record),
      auditRow(ctx, record),
    ]),
  );
  return taken === OUTDATED ? OUTDATED : nameChosen(booking, standIns, taken.chosen);
}

/** The same of a group event: places of a session that is there, or of one that is opened where the rules let a time begin. */
async function bookPlaces(
  ctx: DomainContext,
  decision: Decision,
  input: CreateBookingInput,
  location: Location | null,
): Promise<Booking | typeof OUTDATED> {
  const { wanted, hold, reason, team } = decision;
  const { offering } = wanted;
  const standIns = standInPlaces(ctx);
  const pendingReasons = await reasonsToWait(ctx, offering.eventType);
  const booking = asPending(toNewBooking(ctx, wanted, { ...input, location }, standIns), pendingReasons);
  const mail = verificationMail(booking);
  const record = { type: "booking.created" as const, objectId: booking.id, payload: toBookingPayload(booking), mail };
  const opened = toWantedTime(booking, await teamInTurn(ctx, offering, team), standInsFor(ctx, team));
  const limited = withinLimits(wanted, booking, opened);
  const taken = await takeTime(ctx, decision, async () =>
    ctx.db.call<SeatedOutcome>("create_seated_booking", [
      onceRow(ctx, booking),
      offering.terms,
      { ...toSessionRow(ctx, wanted, booking, standIns), ...(await toConversion(ctx, hold, booking.id)) },
      wantedToOpen(reason, limited),
      toBookingRow(booking),
      toAttendeeRows(booking),
      eventRow(ctx, record),
      auditRow(ctx, record),
    ]),
  );
  return taken === OUTDATED ? OUTDATED : { ...booking, ...taken.places };
}

/** With who or what was chosen from each pool, where there are any. */
type CreateOutcome = CommandOutcome & { chosen?: string[] | null };

/** A held time with those whom it is held of, also where they are no hosts of the event type any more. */
async function toWantedSlot(
  ctx: DomainContext,
  offering: Offering,
  { startsAt, durationMinutes, hostId, override, guests = [] }: CreateBookingInput,
  hold: Hold | null,
): Promise<WantedSlot> {
  // Whoever was promised a time for himself gets it, though the event type may be a group event by now.
  const isOfSession = (hold ? hold.groupSessionId : offering.eventType.seats) !== null;
  const time = {
    startsAt: startsAt.getTime(),
    override,
    ...(isOfSession && { places: 1 + guests.length, hostId }),
  };
  if (hold)
    return { ...time, ...(await teamOf(ctx, offering, hold)), durationMinutes: durationOf(hold), holdId: hold.id };
  return {
    ...time,
    offering,
    team: chooseTeam(offering, hostId, "/hostId"),
    durationMinutes: chooseDuration(offering.eventType, durationMinutes, "/durationMinutes"),
  };
}
