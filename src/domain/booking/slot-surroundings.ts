import type { Range } from "../availability/bookable-range.ts";
import { loadBusyTime } from "../availability/busy-time.ts";
import { nearestFree } from "../availability/nearest-free.ts";
import { offeredSlots } from "../availability/offered-slots.ts";
import { refusalsOf, type Reason } from "../availability/refusal.ts";
import type { SlotTerms } from "../availability/terms.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import type { Offering, OfferingHost } from "../event-type/offering.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import { formatInstant } from "../shared/instants.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import type { Overridable } from "./override.ts";

export interface WantedSlot {
  offering: Offering;
  host: OfferingHost;
  /** Epoch ms. */
  startsAt: number;
  durationMinutes: number;
  /** The rules that are set aside. */
  override?: readonly Overridable[];
  /** The booking that is being moved: its own time counts as free. */
  bookingId?: string;
}

/** What a refusal tells of a time and of the times near by: the same for whoever wants it at this moment. */
export interface Surroundings {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  isClaimed: boolean;
  /** Every reason against the time, in order of precedence. */
  reasons: readonly Reason[];
  alternatives: readonly { startsAt: string; endsAt: string }[];
}

const ALTERNATIVES = 3;
const ALTERNATIVES_WITHIN_DAYS = 14;
/** Most often enough of them are this near, found with a tenth of the work; whatever lies further off is not nearer. */
const NEAR_DAYS = 1;

/** One look for all who want the same time; it begins when they have asked, and when `takeSlot` has ended. */
export function lookAround(ctx: DomainContext, wanted: WantedSlot): Promise<Surroundings> {
  return coalescedReadsOf(ctx.db).read(keyOf(wanted), () => readSurroundings(ctx, wanted));
}

/** Does what takes the time if it is free. Those who want the same time may wait for it by `lookAround`. */
export function takeSlot<Result>(ctx: DomainContext, wanted: WantedSlot, work: () => Promise<Result>): Promise<Result> {
  return coalescedReadsOf(ctx.db).change(keyOf(wanted), work);
}

/**
 * Whether somebody is taking the time, or being refused it, at this very moment. Who looks around first is then spared a
 * write that would most likely be refused: of a rush on one time one tries to write, and the others share a look.
 */
export function isContested(ctx: DomainContext, wanted: WantedSlot): boolean {
  return coalescedReadsOf(ctx.db).isUnderWay(keyOf(wanted));
}

/** The versions in the terms stand for the event type and the hours, but for the buffers of a booking that is moved. */
function keyOf({ offering, host, startsAt, durationMinutes, bookingId }: WantedSlot): string {
  const { bufferBeforeMinutes, bufferAfterMinutes } = offering.eventType;
  const time = [startsAt, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes];
  return JSON.stringify(["slot_surroundings", offering.terms, host.subjectId, bookingId, ...time]);
}

async function readSurroundings(ctx: DomainContext, wanted: WantedSlot): Promise<Surroundings> {
  const { offering, host, startsAt, durationMinutes, bookingId } = wanted;
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const now = ctx.clock.now().getTime();
  const around = Math.max(startsAt, now);
  const range = daysAround(around, ALTERNATIVES_WITHIN_DAYS);

  const { current, busy, detailed } = await loadBusyTime(ctx, {
    terms: offering.terms,
    subjectId: host.subjectId,
    bookingId,
    from: range.from - terms.bufferBeforeMinutes * MINUTE_MS,
    to: range.to + (durationMinutes + terms.bufferAfterMinutes) * MINUTE_MS,
    inDetail: withBuffers(wanted, terms),
  });

  const query = { schedule: host.hours, terms, now };
  const near = offeredSlots({ ...query, busy, ...daysAround(around, NEAR_DAYS) });
  const starts = near.length >= ALTERNATIVES ? near : offeredSlots({ ...query, busy, ...range });
  return {
    current,
    isClaimed: detailed.length > 0,
    reasons: refusalsOf({ ...query, busy: detailed }, startsAt),
    alternatives: nearestFree(starts, startsAt, ALTERNATIVES).map((start) => ({
      startsAt: formatInstant(start),
      endsAt: formatInstant(start + durationMinutes * MINUTE_MS),
    })),
  };
}

function daysAround(instant: number, days: number): Range {
  return { from: instant - days * DAY_MS, to: instant + days * DAY_MS };
}

function withBuffers({ startsAt, durationMinutes }: WantedSlot, terms: SlotTerms): Range {
  return {
    from: startsAt - terms.bufferBeforeMinutes * MINUTE_MS,
    to: startsAt + (durationMinutes + terms.bufferAfterMinutes) * MINUTE_MS,
  };
}
