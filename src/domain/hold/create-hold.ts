import { auditRow, eventRow, type CommandRecord } from "../audit/record-command.ts";
import { assertMayMove } from "../booking/assert-may-move.ts";
import type { Booking } from "../booking/booking.ts";
import { durationOf } from "../booking/event-type-for-moving.ts";
import { getBooking } from "../booking/get-booking.ts";
import { servingSeats, standInPlaces, toSessionRow, wantedToOpen, type SeatedOutcome } from "../booking/seats.ts";
import type { WantedSlot } from "../booking/slot-surroundings.ts";
import { decideOn, takeTime, type Decision } from "../booking/take-time.ts";
import { teamForMoving } from "../booking/team-for-moving.ts";
import { teamInTurn } from "../booking/team-in-turn.ts";
import { withinLimits } from "../booking-limit/within-limits.ts";
import {
  hostIdsOf,
  nameChosen,
  resourceIdsOf,
  standInsFor,
  toWantedTime,
  type StandIns,
  type WantedTime,
} from "../booking/wanted-time.ts";
import { chooseTeam, type OfferingTeam } from "../event-type/choose-team.ts";
import type { EventType } from "../event-type/event-type.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { ResourceNeed } from "../event-type/resource-needs.ts";
import { chooseDuration } from "../event-type/slot-terms.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, DomainError, notFound, type FieldError } from "../shared/errors.ts";
import { onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { DEFAULT_TTL_SECONDS, toHoldPayload, toHoldRow, type Hold } from "./hold.ts";
import { quotasOf, visitorOf, type HoldContext } from "./hold-quotas.ts";

export interface CreateHoldInput {
  eventTypeId: string;
  startsAt: Date;
  durationMinutes?: number;
  hostId?: string;
  /** The booking that is to be moved: what it has already is not claimed again. */
  bookingId?: string;
  /** Of a group event; one when left out, and as many as take part in the booking that is to be moved. */
  places?: number;
  ttlSeconds?: number;
}

/**
 * Keeps a time for somebody who is about to book it, or to move his booking to it. It claims what the booking will claim.
 * @throws not_found, validation_failed, forbidden, slot_unavailable, booking_not_reschedulable, too_many_holds
 */
export async function createHold(ctx: HoldContext, input: CreateHoldInput): Promise<Hold> {
  const moving = await getMoving(ctx, input);
  const use = { rule: "hold times", deletedToo: moving !== null } as const;
  return usingOffering(ctx, input.eventTypeId, (offering) => holdOffering(ctx, offering, input), use);
}

/** The booking that the hold is to move. An attendee moves his own, and holds nothing else. */
async function getMoving(ctx: DomainContext, { bookingId, eventTypeId }: CreateHoldInput): Promise<Booking | null> {
  const booking = bookingId === undefined ? null : await getBooking(ctx, bookingId, "move or cancel bookings");
  const isOther = booking ? booking.eventTypeId !== eventTypeId : ctx.actor.kind === "attendee";
  if (isOther) throw notFound("event type");
  return booking;
}

async function holdOffering(
  ctx: HoldContext,
  offering: Offering,
  input: CreateHoldInput,
): Promise<Hold | typeof OUTDATED> {
  // Read again with each try: it may have been moved since.
  const moving = await getMoving(ctx, input);
  if (moving) assertMayMove(ctx, moving);
  const isGroupEvent = moving ? moving.groupSessionId !== null : offering.eventType.seats !== null;
  assertValid(placesErrors(offering.eventType, input, isGroupEvent));
  const wanted = isGroupEvent
    ? toWantedPlaces(offering, input, moving)
    : await toWantedSlot(ctx, offering, input, moving);
  const decision = await decideOn(ctx, wanted, null);
  if (decision === OUTDATED) return OUTDATED;
  if (isGroupEvent) return holdPlaces(ctx, decision, input, moving);
  const { team } = decision;
  const standIns = standInsFor(ctx, team);
  const hold = toNewHold(ctx, wanted, input, standIns);
  const record = toHoldRecord(hold);
  const taken = await takeTime(ctx, decision, async () =>
    unlessFull(
      ctx,
      await ctx.db.call<HoldOutcome>("create_hold", [
        onceRow(ctx, hold),
        wanted.offering.terms,
        await timeToHold(ctx, wanted, team, hold, standIns),
        moving && { booking_id: moving.id, version: moving.version },
        toHoldRow(hold),
        quotasOf(ctx, hold.visitor),
        eventRow(ctx, record),
        auditRow(ctx, record),
      ]),
    ),
  );
  return taken === OUTDATED ? OUTDATED : nameChosen(hold, standIns, taken.chosen);
}

/** The `p_wanted` argument of `create_hold`. @param team those against whom there is no rule */
export async function timeToHold(
  ctx: DomainContext,
  wanted: WantedSlot,
  team: OfferingTeam,
  hold: Hold,
  standIns: StandIns,
): Promise<WantedTime> {
  const { offering } = wanted;
  const appointment = { ...offering.eventType, ...hold, updatedAt: hold.createdAt };
  const time = toWantedTime(appointment, await teamInTurn(ctx, offering, team), standIns);
  return withinLimits(wanted, appointment, time);
}

export function toHoldRecord(hold: Hold): CommandRecord {
  return { type: "hold.created", objectId: hold.id, payload: toHoldPayload(hold) };
}

/** The same of a group event: places of a session that is there, or of one that is opened. */
async function holdPlaces(
  ctx: HoldContext,
  decision: Decision,
  input: CreateHoldInput,
  moving: Booking | null,
): Promise<Hold | typeof OUTDATED> {
  const { wanted, reason, team } = decision;
  const standIns = standInPlaces(ctx);
  const hold: Hold = {
    ...toNewHold(ctx, wanted, input, standInsFor(ctx, team)),
    ...standIns,
    places: wanted.places!,
    keepsPlaces: true,
  };
  const opened = await timeToHold(ctx, wanted, team, hold, standInsFor(ctx, team));
  const record = toHoldRecord(hold);
  const taken = await takeTime(ctx, decision, async () =>
    unlessFull(
      ctx,
      await ctx.db.call<SeatedOutcome | Full>("create_seated_hold", [
        onceRow(ctx, hold),
        wanted.offering.terms,
        toSessionRow(ctx, wanted, hold, standIns),
        wantedToOpen(reason, opened),
        moving && { booking_id: moving.id, version: moving.version },
        toHoldRow(hold),
        quotasOf(ctx, hold.visitor),
        eventRow(ctx, record),
        auditRow(ctx, record),
      ]),
    ),
  );
  return taken === OUTDATED ? OUTDATED : { ...hold, ...taken.places };
}

function placesErrors(
  { seats }: EventType,
  { places, bookingId }: CreateHoldInput,
  isGroupEvent: boolean,
): FieldError[] {
  if (places === undefined) return [];
  if (bookingId !== undefined)
    return [{ pointer: "/places", message: "must be left out: all who take part in the booking come along" }];
  if (!isGroupEvent) return [{ pointer: "/places", message: "must be left out: the event type has no places" }];
  return places > seats! ? [{ pointer: "/places", message: `must be at most ${seats}: a session has no more` }] : [];
}

function toWantedPlaces(
  offering: Offering,
  { startsAt, durationMinutes, hostId, places = 1 }: CreateHoldInput,
  moving: Booking | null,
): WantedSlot {
  const serving = moving
    ? servingSeats(offering, moving, hostId, "/hostId")
    : { offering, team: chooseTeam(offering, hostId, "/hostId") };
  const asked = durationMinutes ?? (moving ? durationOf(moving) : undefined);
  return {
    ...serving,
    startsAt: startsAt.getTime(),
    durationMinutes: chooseDuration(serving.offering.eventType, asked, "/durationMinutes"),
    bookingId: moving?.id,
    places: moving?.attendees.length ?? places,
    hostId,
  };
}

/** With who or what was chosen from each pool, where there are any. */
type HoldOutcome = (CommandOutcome & { chosen?: string[] }) | Full;

interface Full {
  outcome: "full";
  until: string;
}

/** @throws too_many_holds */
function unlessFull<Outcome extends CommandOutcome>({ clock }: DomainContext, outcome: Outcome | Full): Outcome {
  if (outcome.outcome !== "full") return outcome;
  const { until } = outcome;
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(until) - clock.now().getTime()) / 1000));
  throw new DomainError("too_many_holds", {
    detail: `There are as many live holds as there may be: one of them ends in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  });
}

async function toWantedSlot(
  ctx: DomainContext,
  offering: Offering,
  { startsAt, durationMinutes, hostId }: CreateHoldInput,
  moving: Booking | null,
): Promise<WantedSlot> {
  const serving = moving
    ? await teamForMoving(ctx, offering, moving, hostId, "/hostId")
    : { offering, team: chooseTeam(offering, hostId, "/hostId") };
  const asked = durationMinutes ?? (moving ? durationOf(moving) : undefined);
  const wanted: WantedSlot = {
    ...serving,
    startsAt: startsAt.getTime(),
    durationMinutes: chooseDuration(serving.offering.eventType, asked, "/durationMinutes"),
    bookingId: moving?.id,
  };
  return moving ? { ...wanted, team: { ...wanted.team, needs: needsBeside(moving, wanted) } } : wanted;
}

/**
 * Where the new time meets the old one the booking keeps its rooms and things, each by name: of those it is claimed only
 * what it does not have yet, which a choice among several could not be cut down to.
 */
function needsBeside(moving: Booking, { team, startsAt, durationMinutes }: WantedSlot): readonly ResourceNeed[] {
  const buffersMs = (moving.bufferBeforeMinutes + moving.bufferAfterMinutes) * MINUTE_MS;
  const isApart =
    startsAt >= moving.endsAt.getTime() + buffersMs ||
    startsAt + durationMinutes * MINUTE_MS + buffersMs <= moving.startsAt.getTime();
  if (isApart) return team.needs;
  return team.needs.flatMap((need) =>
    need.options
      .filter(({ resourceId }) => moving.resourceIds.includes(resourceId))
      .map((option) => ({ kind: null, count: 1, options: [option] })),
  );
}

function toNewHold(
  ctx: HoldContext,
  wanted: WantedSlot,
  { bookingId, ttlSeconds = DEFAULT_TTL_SECONDS }: CreateHoldInput,
  standIns: StandIns,
): Hold {
  const expiresAt = new Date(ctx.clock.now().getTime() + ttlSeconds * 1000);
  return { ...toHoldOf(ctx, wanted, standIns, expiresAt), bookingId: bookingId ?? null, visitor: visitorOf(ctx) };
}

/** A hold for a new booking. */
export function toHoldOf(
  ctx: DomainContext,
  { offering: { eventType }, team, startsAt, durationMinutes }: WantedSlot,
  standIns: StandIns,
  expiresAt: Date,
): Hold {
  const now = ctx.clock.now();
  return {
    id: ctx.ids("hold"),
    organisationId: eventType.organisationId,
    eventTypeId: eventType.id,
    bookingId: null,
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + durationMinutes * MINUTE_MS),
    groupSessionId: null,
    places: null,
    keepsPlaces: false,
    hostIds: hostIdsOf(team, standIns),
    resourceIds: resourceIdsOf(team.needs, standIns),
    credentialId: ctx.actor.credentialId,
    visitor: null,
    createdAt: now,
    expiresAt,
    endedAt: null,
    outcome: null,
  };
}
