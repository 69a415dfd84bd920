import { chooseDuration, chooseHost, toSlotTerms } from "../event-type/slot-terms.ts";
import type { EventType } from "../event-type/event-type.ts";
import {
  OUTDATED,
  usingOffering,
  usingOfferings,
  type Offering,
  type OfferingHost,
  type OfferingUse,
} from "../event-type/offering.ts";
import type { Booking } from "../booking/booking.ts";
import { eventTypeForMoving } from "../booking/event-type-for-moving.ts";
import { getBooking } from "../booking/get-booking.ts";
import { may } from "../access/may.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, notFound, type FieldError } from "../shared/errors.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import type { Range } from "./bookable-range.ts";
import { loadBusyTime, loadBusyTimes, type BusyTimeAnswer } from "./busy-time.ts";
import { explainRange, type RefusedSlot } from "./explain-range.ts";
import { offeredSlots } from "./offered-slots.ts";
import type { Reason } from "./refusal.ts";
import { slotsByDate, type SlotDay } from "./slots-by-date.ts";
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
  explain?: boolean;
}

/** Instants are epoch ms here: a month has hundreds of them, and each edge writes them its own way. */
export interface Availability {
  eventTypeId: string;
  timeZone: string;
  durationMinutes: number;
  /** Who would serve. */
  hostIds: string[];
  days: readonly AvailabilityDay[];
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
  const queries = offerings.map((offering) => offerQuery(offering, offering.eventType, input));
  const busyTimes = await loadBusyTimes(ctx, queries.map(busyTimeQuery));
  if (!busyTimes.every(({ current }) => current)) return OUTDATED;
  return queries.map((query, index) => toAvailability(query, workOut(ctx, query, busyTimes[index]!).days));
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
  const eventType = moving ? eventTypeForMoving(offering.eventType, moving) : offering.eventType;
  const query = offerQuery(offering, eventType, input);
  const { current, days, refused } = await readOffer(ctx, query);
  if (!current) return OUTDATED;
  return toAvailability(query, input.explain ? explained(ctx, days, refused) : days);
}

function toAvailability({ offering, host, terms, timeZone }: OfferQuery, days: Availability["days"]): Availability {
  const { durationMinutes } = terms;
  return { eventTypeId: offering.eventType.id, timeZone, durationMinutes, hostIds: [host.memberId], days };
}

interface OfferQuery extends Range {
  offering: Offering;
  host: OfferingHost;
  terms: SlotTerms;
  timeZone: string;
  bookingId: string | undefined;
  explain: boolean;
}

function offerQuery(
  offering: Offering,
  eventType: EventType,
  input: Omit<AvailabilityInput, "eventTypeId">,
): OfferQuery {
  return {
    offering,
    host: chooseHost(offering, input.hostId),
    terms: toSlotTerms(eventType, chooseDuration(eventType, input.durationMinutes, "?durationMinutes")),
    from: input.from.getTime(),
    to: input.to.getTime(),
    timeZone: input.timeZone,
    bookingId: input.bookingId,
    explain: input.explain ?? false,
  };
}

/** What a host offers at one moment: the same for whoever may see it. */
interface Offer {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  days: readonly SlotDay[];
  /** For each of the days, where an explanation was asked for. */
  refused: readonly (readonly RefusedSlot[])[];
}

/** Read and worked out once for all who ask the same. The versions in the offering's terms stand for the host's hours too. */
function readOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, host, terms, from, to, timeZone, bookingId, explain } = query;
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = terms;
  const asked = [host.subjectId, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, from, to, timeZone];
  const key = JSON.stringify(["offer", offering.terms, ...asked, bookingId, explain]);
  return coalescedReadsOf(ctx.db).read(key, () => workOutOffer(ctx, query));
}

async function workOutOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const asked = busyTimeQuery(query);
  return workOut(ctx, query, await loadBusyTime(ctx, { ...asked, inDetail: query.explain ? asked : undefined }));
}

/** What may meet a slot of the range, or its buffers. */
function busyTimeQuery({ offering, host, terms, from, to, bookingId }: OfferQuery) {
  return {
    terms: offering.terms,
    subjectId: host.subjectId,
    bookingId,
    from: from - terms.bufferBeforeMinutes * MINUTE_MS,
    to: to + (terms.durationMinutes + terms.bufferAfterMinutes) * MINUTE_MS,
  };
}

function workOut(ctx: DomainContext, query: OfferQuery, { current, busy, detailed }: BusyTimeAnswer): Offer {
  const { host, terms, from, to, timeZone, explain } = query;
  const slots = { schedule: host.hours, busy, terms, now: ctx.clock.now().getTime(), from, to };
  return {
    current,
    days: slotsByDate(offeredSlots(slots), from, to, timeZone),
    refused: explain ? refusedByDate(explainRange({ ...slots, busy: detailed }), query) : [],
  };
}

function refusedByDate(refused: RefusedSlot[], { from, to, timeZone }: OfferQuery): RefusedSlot[][] {
  const reasons = new Map(refused.map(({ startsAt, reason }) => [startsAt, reason]));
  return slotsByDate([...reasons.keys()], from, to, timeZone).map((day) =>
    day.startsAt.map((startsAt) => ({ startsAt, reason: reasons.get(startsAt)! })),
  );
}

function explained({ actor }: DomainContext, days: Offer["days"], refused: Offer["refused"]): AvailabilityDay[] {
  return days.map((day, index) => ({
    ...day,
    unavailable: may(actor, "learn why a time is taken")
      ? refused[index]!
      : refused[index]!.map(({ startsAt }) => ({ startsAt })),
  }));
}
