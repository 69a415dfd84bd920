import type { Range } from "../availability/bookable-range.ts";
import { loadBusyTime } from "../availability/busy-time.ts";
import { nearestFree } from "../availability/nearest-free.ts";
import { offeredSlots } from "../availability/offered-slots.ts";
import { refusalsOf, type Reason } from "../availability/refusal.ts";
import type { SlotTerms } from "../availability/terms.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import { OUTDATED, type Offering, type OfferingHost } from "../event-type/offering.ts";
import { isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { formatInstant } from "../shared/instants.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { firstStanding, type Overridable } from "./override.ts";

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

const ALTERNATIVES = 3;
const ALTERNATIVES_WITHIN_DAYS = 14;
/** Most often enough of them are this near, found with a tenth of the work; whatever lies further off is not nearer. */
const NEAR_DAYS = 1;

/**
 * Refuses a time with the nearest free alternatives, or answers that the offering it was refused by is outdated.
 * @param reason null: somebody else's claim was in the way
 * @throws slot_unavailable
 */
export async function refuseSlot(
  ctx: DomainContext,
  wanted: WantedSlot,
  reason: Reason | null,
): Promise<typeof OUTDATED> {
  const { offering, host, durationMinutes, bookingId } = wanted;
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const now = ctx.clock.now().getTime();
  const around = Math.max(wanted.startsAt, now);
  const range = daysAround(around, ALTERNATIVES_WITHIN_DAYS);

  const { current, busy, detailed } = await loadBusyTime(ctx, {
    terms: offering.terms,
    subjectId: host.subjectId,
    bookingId,
    from: range.from - terms.bufferBeforeMinutes * MINUTE_MS,
    to: range.to + (durationMinutes + terms.bufferAfterMinutes) * MINUTE_MS,
    inDetail: reason === null ? withBuffers(wanted, terms) : undefined,
  });
  if (!current) return OUTDATED;

  const query = { schedule: host.hours, terms, now };
  const near = offeredSlots({ ...query, busy, ...daysAround(around, NEAR_DAYS) });
  const starts = near.length >= ALTERNATIVES ? near : offeredSlots({ ...query, busy, ...range });
  // A claim that was in the way may be gone by now: the time was taken all the same.
  const told =
    reason ?? firstStanding(refusalsOf({ ...query, busy: detailed }, wanted.startsAt), wanted.override) ?? "booked";
  throw new DomainError("slot_unavailable", {
    detail: `The time ${formatInstant(wanted.startsAt)} is not available.`,
    extensions: {
      ...(isStaff(ctx.actor) ? { reason: told } : {}),
      alternatives: nearestFree(starts, wanted.startsAt, ALTERNATIVES).map((start) => ({
        startsAt: formatInstant(start),
        endsAt: formatInstant(start + durationMinutes * MINUTE_MS),
      })),
    },
  });
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
