import { chooseDuration, chooseHost, toSlotTerms } from "../event-type/slot-terms.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { Booking } from "../booking/booking.ts";
import { eventTypeForMoving } from "../booking/event-type-for-moving.ts";
import { getBooking } from "../booking/get-booking.ts";
import { isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import { loadBusyTime } from "./busy-time.ts";
import { explainRange } from "./explain-range.ts";
import { offeredSlots } from "./offered-slots.ts";
import type { Reason } from "./refusal.ts";
import { slotsByDate } from "./slots-by-date.ts";

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
  days: AvailabilityDay[];
}

export interface AvailabilityDay {
  date: string;
  startsAt: number[];
  /** Only where an explanation was asked for. The public is not told the reason. */
  unavailable?: { startsAt: number; reason?: Reason }[];
}

const LONGEST_RANGE_DAYS = 62;

/** The times that the next caller can book. @throws not_found, validation_failed */
export async function getAvailability(ctx: DomainContext, input: AvailabilityInput): Promise<Availability> {
  assertValid(inputErrors(input));
  const moving = input.bookingId === undefined ? null : await getBooking(ctx, input.bookingId);
  return usingOffering(ctx, input.eventTypeId, (offering) => availabilityOf(ctx, offering, input, moving));
}

function inputErrors({ from, to, timeZone }: AvailabilityInput): FieldError[] {
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
  const host = chooseHost(offering, input.hostId);
  const eventType = moving ? eventTypeForMoving(offering.eventType, moving) : offering.eventType;
  const durationMinutes = chooseDuration(eventType, input.durationMinutes, "?durationMinutes");
  const terms = toSlotTerms(eventType, durationMinutes);
  const range = { from: input.from.getTime(), to: input.to.getTime() };

  const buffered = {
    from: range.from - terms.bufferBeforeMinutes * MINUTE_MS,
    to: range.to + (durationMinutes + terms.bufferAfterMinutes) * MINUTE_MS,
  };
  const { current, busy, detailed } = await loadBusyTime(ctx, {
    terms: offering.terms,
    subjectId: host.subjectId,
    bookingId: input.bookingId,
    ...buffered,
    inDetail: input.explain ? buffered : undefined,
  });
  if (!current) return OUTDATED;

  const query = { schedule: host.hours, busy, terms, now: ctx.clock.now().getTime(), ...range };
  const days = slotsByDate(offeredSlots(query), range.from, range.to, input.timeZone);
  return {
    eventTypeId: input.eventTypeId,
    timeZone: input.timeZone,
    durationMinutes,
    hostIds: [host.memberId],
    days: input.explain
      ? explained(ctx, days, explainRange({ ...query, busy: detailed }), range, input.timeZone)
      : days,
  };
}

function explained(
  ctx: DomainContext,
  days: AvailabilityDay[],
  refused: { startsAt: number; reason: Reason }[],
  range: { from: number; to: number },
  timeZone: string,
): AvailabilityDay[] {
  const reasons = new Map(refused.map(({ startsAt, reason }) => [startsAt, reason]));
  const refusedDays = slotsByDate([...reasons.keys()], range.from, range.to, timeZone);
  return days.map((day, index) => ({
    ...day,
    unavailable: refusedDays[index]!.startsAt.map((startsAt) =>
      isStaff(ctx.actor) ? { startsAt, reason: reasons.get(startsAt)! } : { startsAt },
    ),
  }));
}
