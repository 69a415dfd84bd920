import { may } from "../access/may.ts";
import type { Booking } from "../booking/booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { servingSeats } from "../booking/seats.ts";
import { teamForMoving, type Moving } from "../booking/team-for-moving.ts";
import { chooseTeam } from "../event-type/choose-team.ts";
import { OUTDATED, usingOffering, usingOfferings, type Offering, type OfferingUse } from "../event-type/offering.ts";
import { chooseDuration, toSlotTerms } from "../event-type/slot-terms.ts";
import { getHold } from "../hold/get-hold.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, notFound, type FieldError } from "../shared/errors.ts";
import { DAY_MS } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import { explainDays, explainTime, type AskedTime, type UnavailableTime } from "./explain-offer.ts";
import { loadGroupSessions } from "./group-sessions.ts";
import { busyTimeOf, groupEventOf, readOffer, workOut, type Offer, type OfferQuery } from "./offer.ts";
import { recallBusyTime } from "./recall-busy-time.ts";

export interface AvailabilityInput {
  eventTypeId: string;
  /** A slot belongs to the answer when from <= startsAt < to; at most 62 days. */
  from: Date;
  to: Date;
  /** The viewer's zone: dates are its dates. */
  timeZone: string;
  durationMinutes?: number;
  hostId?: string;
  /** A booking that is to be moved: its own time counts as free, and its own buffers and length count. */
  bookingId?: string;
  /** A hold that is to be converted: its time counts as free. */
  holdId?: string;
  /** Whether what is not offered is told too. */
  explain?: boolean;
  /** One time of the range to be told about. */
  at?: Date;
}

/** Instants are epoch ms here: a month has hundreds of them, and each edge writes them its own way. */
export interface Availability {
  eventTypeId: string;
  timeZone: string;
  durationMinutes: number;
  /** Who take part in any case. */
  alwaysServing: readonly string[];
  /** Of whom one takes part too, in a round robin. */
  pool: readonly string[];
  days: readonly AvailabilityDay[];
  /** The one time that was asked about. */
  asked?: AskedTime;
  /** Of each of the pool the starts that he could serve, ascending. Worked out when it is asked for. */
  slotsOfPool: () => readonly (readonly number[])[];
  /** Of a group event: how many places one booking can take at a start that is offered. */
  seatsLeftAt: ((startsAt: number) => number) | null;
  /** Who hold the sessions that can be joined at a start; nobody where it is no session that is offered. */
  sessionHostsAt: (startsAt: number) => readonly string[];
}

export interface AvailabilityDay {
  date: string;
  startsAt: readonly number[];
  /** Only where an explanation was asked for. */
  unavailable?: readonly UnavailableTime[];
}

const LONGEST_RANGE_DAYS = 62;

const USE: OfferingUse = { rule: "read availability" };

/** The times that the next caller can book. @throws not_found, validation_failed, forbidden */
export async function getAvailability(ctx: DomainContext, input: AvailabilityInput): Promise<Availability> {
  assertValid(inputErrors(input));
  const moving = input.bookingId === undefined ? null : await getBooking(ctx, input.bookingId);
  if (input.holdId !== undefined) await getHold(ctx, input.holdId, "look at free times");
  if (ctx.actor.kind === "attendee" && moving?.eventTypeId !== input.eventTypeId) throw notFound("event type");
  return usingOffering(ctx, input.eventTypeId, (offering) => availabilityOf(ctx, offering, input, moving), {
    rule: "look at free times",
  });
}

/** Several event types at once. */
export interface AvailabilitiesInput extends Pick<AvailabilityInput, "from" | "to" | "timeZone"> {
  eventTypeIds: readonly string[];
}

/** The same of several event types, in the order of their identifiers, by one statement. @throws not_found, validation_failed, forbidden */
export async function getAvailabilities(ctx: DomainContext, input: AvailabilitiesInput): Promise<Availability[]> {
  assertValid(inputErrors(input));
  return usingOfferings(ctx, input.eventTypeIds, (offerings) => availabilitiesOf(ctx, offerings, input), USE);
}

async function availabilitiesOf(
  ctx: DomainContext,
  offerings: readonly Offering[],
  input: AvailabilitiesInput,
): Promise<Availability[] | typeof OUTDATED> {
  const queries = offerings.map((offering) => offerQuery(ctx, choosing(offering, undefined), input));
  const asked = queries.map(busyTimeOf);
  const terms = offerings.map((offering) => offering.terms);
  const { current, hosts } = await recallBusyTime(ctx, { terms, hosts: asked.flat() });
  if (!current) return OUTDATED;
  const range = { from: input.from.getTime(), to: input.to.getTime() };
  const sessions = await loadGroupSessions(ctx, queries.flatMap(groupEventOf), range);
  let read = 0;
  return queries.map((query, index) => {
    const busyTime = hosts.slice(read, (read += asked[index]!.length));
    const ofQuery = sessions.filter(({ eventTypeId }) => eventTypeId === query.offering.eventType.id);
    const offer = workOut(ctx, query, { current, hosts: busyTime }, ofQuery);
    return toAvailability(query, offer, offer.days);
  });
}

type RangeInput = Pick<AvailabilityInput, "from" | "to" | "timeZone" | "at">;

function inputErrors({ from, to, timeZone, at }: RangeInput): FieldError[] {
  const errors: FieldError[] = [];
  if (to <= from) errors.push({ pointer: "?to", message: "must be later than from" });
  if (to.getTime() - from.getTime() > LONGEST_RANGE_DAYS * DAY_MS)
    errors.push({ pointer: "?to", message: `must be at most ${LONGEST_RANGE_DAYS} days after from` });
  if (!isTimeZone(timeZone)) errors.push({ pointer: "?timeZone", message: "must be an IANA time zone identifier" });
  if (at && (at < from || at >= to))
    errors.push({ pointer: "?at", message: "must not be earlier than from, and earlier than to" });
  return errors;
}

async function availabilityOf(
  ctx: DomainContext,
  offering: Offering,
  input: AvailabilityInput,
  moving: Booking | null,
): Promise<Availability | typeof OUTDATED> {
  const query = offerQuery(ctx, await whoWouldServe(ctx, offering, input, moving), input);
  if (moving) Object.assign(query, placesOfMoving(query, moving));
  const offer = await readOffer(ctx, query);
  if (!offer.current) return OUTDATED;
  return {
    ...toAvailability(query, offer, input.explain ? explainDays(query, offer) : offer.days),
    ...(input.at && { asked: explainTime(query, offer, input.at.getTime()) }),
  };
}

/** A booking that has its time for itself keeps it so; all who take part in another need places together. */
function placesOfMoving({ seats }: OfferQuery, { groupSessionId, attendees }: Booking): Partial<OfferQuery> {
  const places = attendees.length;
  return groupSessionId === null ? { seats: null } : { seats: Math.max(seats ?? 0, places), places };
}

function whoWouldServe(ctx: DomainContext, offering: Offering, { hostId }: AvailabilityInput, moving: Booking | null) {
  if (!moving) return choosing(offering, hostId);
  if (moving.groupSessionId !== null) return servingSeats(offering, moving, hostId, "?hostId");
  return teamForMoving(ctx, offering, moving, hostId, "?hostId");
}

function choosing(offering: Offering, hostId: string | undefined): Moving {
  return { offering, team: chooseTeam(offering, hostId, "?hostId") };
}

function toAvailability({ offering, team, terms, timeZone }: OfferQuery, offer: Offer, days: Availability["days"]) {
  const { durationMinutes } = terms;
  return {
    eventTypeId: offering.eventType.id,
    timeZone,
    durationMinutes,
    alwaysServing: team.all.map(({ memberId }) => memberId),
    pool: team.pool.map(({ memberId }) => memberId),
    days,
    slotsOfPool: offer.slotsOfPool,
    seatsLeftAt: offer.seatsLeftAt,
    sessionHostsAt: offer.sessionHostsAt,
  };
}

function offerQuery(
  { actor }: DomainContext,
  { offering, team }: Moving,
  input: Omit<AvailabilityInput, "eventTypeId">,
): OfferQuery {
  const { eventType } = offering;
  const { explain = false, at } = input;
  return {
    offering,
    team,
    terms: toSlotTerms(eventType, chooseDuration(eventType, input.durationMinutes, "?durationMinutes")),
    from: input.from.getTime(),
    to: input.to.getTime(),
    timeZone: input.timeZone,
    bookingId: input.bookingId,
    holdId: input.holdId,
    hostId: input.hostId,
    seats: eventType.seats,
    places: 1,
    explain,
    inDetail: (explain || at !== undefined) && may(actor, "learn why a time is taken"),
  };
}
