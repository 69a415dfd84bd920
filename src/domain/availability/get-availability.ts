import { chooseTeam, keyOfTeam, type OfferingTeam } from "../event-type/choose-team.ts";
import { chooseDuration, toSlotTerms } from "../event-type/slot-terms.ts";
import { OUTDATED, usingOffering, usingOfferings, type Offering, type OfferingUse } from "../event-type/offering.ts";
import type { Booking } from "../booking/booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import { teamForMoving, type Moving } from "../booking/team-for-moving.ts";
import { may } from "../access/may.ts";
import { getHold } from "../hold/get-hold.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, notFound, type FieldError } from "../shared/errors.ts";
import { DAY_MS } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import type { Range } from "./bookable-range.ts";
import { type BusyTimeAnswer, type BusyTimeOf, loadBusyTime } from "./busy-time.ts";
import { explainRange, type RefusedSlot } from "./explain-range.ts";
import { rangeWithBuffers } from "./host-time.ts";
import { offeredSlots, slotsOfPool } from "./offered-slots.ts";
import type { Reason } from "./refusal.ts";
import { slotsByDate, type SlotDay } from "./slots-by-date.ts";
import { mapTeam, membersOf } from "./team.ts";
import type { SlotTerms } from "./terms.ts";

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
  explain?: boolean;
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
  /** Of each of the pool the starts that he could serve, ascending. Worked out when it is asked for. */
  slotsOfPool: () => readonly (readonly number[])[];
}

export interface AvailabilityDay {
  date: string;
  startsAt: readonly number[];
  /** Only where an explanation was asked for. The public is not told the reason. */
  unavailable?: readonly { startsAt: number; reason?: Reason }[];
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
  const queries = offerings.map((offering) => offerQuery(choosing(offering, undefined), input));
  const asked = queries.map(busyTimeOf);
  const terms = offerings.map((offering) => offering.terms);
  const { current, hosts } = await loadBusyTime(ctx, { terms, hosts: asked.flat() });
  if (!current) return OUTDATED;
  let read = 0;
  return queries.map((query, index) => {
    const busyTime = hosts.slice(read, (read += asked[index]!.length));
    const offer = workOut(ctx, query, { current, hosts: busyTime });
    return toAvailability(query, offer, offer.days);
  });
}

function inputErrors({ from, to, timeZone }: Pick<AvailabilityInput, "from" | "to" | "timeZone">): FieldError[] {
  const errors: FieldError[] = [];
  if (to <= from) errors.push({ pointer: "?to", message: "must be later than from" });
  if (to.getTime() - from.getTime() > LONGEST_RANGE_DAYS * DAY_MS)
    errors.push({ pointer: "?to", message: `must be at most ${LONGEST_RANGE_DAYS} days after from` });
  if (!isTimeZone(timeZone)) errors.push({ pointer: "?timeZone", message: "must be an IANA time zone identifier" });
  return errors;
}

async function availabilityOf(
  ctx: DomainContext,
  offering: Offering,
  input: AvailabilityInput,
  moving: Booking | null,
): Promise<Availability | typeof OUTDATED> {
  const serving = moving
    ? await teamForMoving(ctx, offering, moving, input.hostId, "?hostId")
    : choosing(offering, input.hostId);
  const query = offerQuery(serving, input);
  const offer = await readOffer(ctx, query);
  if (!offer.current) return OUTDATED;
  return toAvailability(query, offer, input.explain ? explained(ctx, offer) : offer.days);
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
  };
}

interface OfferQuery extends Range {
  offering: Offering;
  team: OfferingTeam;
  terms: SlotTerms;
  timeZone: string;
  bookingId: string | undefined;
  holdId: string | undefined;
  explain: boolean;
}

function offerQuery({ offering, team }: Moving, input: Omit<AvailabilityInput, "eventTypeId">): OfferQuery {
  const { eventType } = offering;
  return {
    offering,
    team,
    terms: toSlotTerms(eventType, chooseDuration(eventType, input.durationMinutes, "?durationMinutes")),
    from: input.from.getTime(),
    to: input.to.getTime(),
    timeZone: input.timeZone,
    bookingId: input.bookingId,
    holdId: input.holdId,
    explain: input.explain ?? false,
  };
}

/** What a team offers at one moment: the same for whoever may see it. */
interface Offer {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  days: readonly SlotDay[];
  slotsOfPool: () => readonly (readonly number[])[];
  /** For each of the days, where an explanation was asked for. */
  refused: readonly (readonly RefusedSlot[])[];
}

const NOBODY = () => [];

/** Read and worked out once for all who ask the same. The versions in the offering's terms stand for hosts' hours too. */
function readOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, team, terms, from, to, timeZone, bookingId, holdId, explain } = query;
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = terms;
  const length = [durationMinutes, bufferBeforeMinutes, bufferAfterMinutes];
  const asked = [...length, from, to, timeZone, bookingId, holdId, explain];
  const key = JSON.stringify(["offer", offering.terms, keyOfTeam(team), ...asked]);
  return coalescedReadsOf(ctx.db).read(key, () => workOutOffer(ctx, query));
}

async function workOutOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, bookingId, holdId } = query;
  const asked = { terms: [offering.terms], hosts: busyTimeOf(query), bookingId, holdId };
  return workOut(ctx, query, await loadBusyTime(ctx, asked));
}

/** What may meet a slot of the range, or its buffers, of each of the team. */
function busyTimeOf({ team, terms, explain, ...range }: OfferQuery): BusyTimeOf[] {
  return membersOf(team).map((host) => {
    const reached = rangeWithBuffers(terms, host, range);
    return { subjectId: host.subjectId, ...reached, inDetail: explain ? reached : undefined };
  });
}

function workOut(ctx: DomainContext, query: OfferQuery, { current, hosts }: BusyTimeAnswer): Offer {
  const { team, terms, from, to, timeZone, explain } = query;
  const now = ctx.clock.now().getTime();
  const slots = {
    team: mapTeam(team, (host, index) => ({ ...host, busy: hosts[index]!.busy })),
    terms,
    now,
    from,
    to,
  };
  const inDetail = () => mapTeam(team, (host, index) => ({ ...host, busy: hosts[index]!.detailed }));
  return {
    current,
    days: slotsByDate(offeredSlots(slots), from, to, timeZone),
    slotsOfPool: team.pool.length > 0 ? () => slotsOfPool(slots) : NOBODY,
    refused: explain ? refusedByDate(explainRange({ ...slots, team: inDetail() }), query) : [],
  };
}

function refusedByDate(refused: RefusedSlot[], { from, to, timeZone }: OfferQuery): RefusedSlot[][] {
  const reasons = new Map(refused.map(({ startsAt, reason }) => [startsAt, reason]));
  return slotsByDate([...reasons.keys()], from, to, timeZone).map((day) =>
    day.startsAt.map((startsAt) => ({ startsAt, reason: reasons.get(startsAt)! })),
  );
}

function explained({ actor }: DomainContext, { days, refused }: Offer): AvailabilityDay[] {
  return days.map((day, index) => ({
    ...day,
    unavailable: may(actor, "learn why a time is taken")
      ? refused[index]!
      : refused[index]!.map(({ startsAt }) => ({ startsAt })),
  }));
}
