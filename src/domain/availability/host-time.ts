import type { ScheduleHours } from "../schedule/schedule.ts";
import { type Intervals, startsClearOf, startsWithin } from "../shared/intervals.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { type BusyTime, busyIntervals } from "./busy.ts";
import type { Range } from "./bookable-range.ts";
import type { SlotTerms } from "./terms.ts";
import { type WorkingDay, workingDays, workingTime } from "./working-time.ts";

/** When a host works and what already takes his time. */
export interface Host {
  schedule: ScheduleHours;
  /** Sorted by start. Whatever a query shall ignore, its own hold say, is left out of it. */
  busy: readonly BusyTime[];
}

/** A host's time laid out as instants, for starts within one range. */
export interface HostTime {
  days: readonly WorkingDay[];
  working: Intervals;
  busy: Intervals;
}

export function hostTimeOf({ schedule, busy }: Host, terms: SlotTerms, { from, to }: Range): HostTime {
  const days = workingDays(schedule, from, to + terms.durationMinutes * MINUTE_MS);
  return { days, working: workingTime(days), busy: busyIntervals(busy) };
}

/**
 * Those of the ascending starts at which the host works for the whole length and, buffers included, has nothing else. The
 * starts need not be his own candidates: hosts that serve together filter one list one after the other.
 */
export function freeStarts(starts: readonly number[], { working, busy }: HostTime, terms: SlotTerms): number[] {
  const durationMs = terms.durationMinutes * MINUTE_MS;
  const within = startsWithin(starts, durationMs, working);
  return startsClearOf(
    within,
    terms.bufferBeforeMinutes * MINUTE_MS,
    durationMs + terms.bufferAfterMinutes * MINUTE_MS,
    busy,
  );
}
