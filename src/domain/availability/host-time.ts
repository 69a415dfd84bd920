import type { ScheduleHours } from "../schedule/schedule.ts";
import { mergeAscending } from "../shared/ascending.ts";
import { type Intervals, startsClearOf, startsMeeting, startsWithin } from "../shared/intervals.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { BusyTime } from "./busy.ts";
import type { Range } from "./bookable-range.ts";
import type { SlotTerms } from "./terms.ts";
import { type WorkingDay, workingDays, workingTime } from "./working-time.ts";

/** When somebody works, and what he keeps free of his own; the event type's buffers where null or left out. */
export interface HostHours {
  schedule: ScheduleHours;
  /** The starts that limits leave him no room for. */
  full?: Intervals;
  bufferBeforeMinutes?: number | null;
  bufferAfterMinutes?: number | null;
}

export interface Host extends HostHours {
  /** What already takes his time. Whatever a query shall ignore, his own hold say, is left out of it. */
  busy: Intervals;
}

export interface HostInDetail extends HostHours {
  /** The same with all that is known of it, sorted by start. */
  busy: readonly BusyTime[];
}

/** Working hours laid out as instants, for starts within one range. */
export interface LaidOutHours {
  days: readonly WorkingDay[];
  working: Intervals;
}

/** Lays hours out, once for all who are given by the same object. */
export function layingOutHours({ durationMinutes }: SlotTerms, { from, to }: Range): (host: HostHours) => LaidOutHours {
  const known = new Map<ScheduleHours, LaidOutHours>();
  return ({ schedule }) => {
    let hours = known.get(schedule);
    if (!hours) {
      const days = workingDays(schedule, from, to + durationMinutes * MINUTE_MS);
      known.set(schedule, (hours = { days, working: workingTime(days) }));
    }
    return hours;
  };
}

/** The terms as they count for one host. */
export function termsFor(terms: SlotTerms, host: HostHours): SlotTerms {
  return {
    ...terms,
    bufferBeforeMinutes: host.bufferBeforeMinutes ?? terms.bufferBeforeMinutes,
    bufferAfterMinutes: host.bufferAfterMinutes ?? terms.bufferAfterMinutes,
  };
}

/** Those of the ascending starts at which the working time has room for the whole length. */
export function workingStarts(starts: readonly number[], { working }: LaidOutHours, terms: SlotTerms): number[] {
  return startsWithin(starts, terms.durationMinutes * MINUTE_MS, working);
}

/** Those of the ascending starts at which the host, buffers included, has nothing else, and room by his limits. They need not be on his own grid. */
export function clearStarts(starts: readonly number[], host: Host, terms: SlotTerms): number[] {
  const { beforeMs, lengthMs } = reachOf(terms, host);
  const clear = startsClearOf(starts, beforeMs, lengthMs, host.busy);
  return host.full ? startsClearOf(clear, 0, 1, host.full) : clear;
}

/** The others: those at which he has something, or no room. */
export function takenStarts(starts: readonly number[], host: Host, terms: SlotTerms): number[] {
  const { beforeMs, lengthMs } = reachOf(terms, host);
  const taken = startsMeeting(starts, beforeMs, lengthMs, host.busy);
  return host.full ? mergeAscending([taken, startsMeeting(starts, 0, 1, host.full)]) : taken;
}

/** The time of one host that a query for starts of a range is about, buffers included. */
export function rangeWithBuffers(terms: SlotTerms, host: HostHours, { from, to }: Range): Range {
  const { beforeMs, lengthMs } = reachOf(terms, host);
  return { from: from - beforeMs, to: to + lengthMs };
}

/** How far before a start, and after it, a host must be free. */
function reachOf(terms: SlotTerms, host: HostHours): { beforeMs: number; lengthMs: number } {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = termsFor(terms, host);
  return { beforeMs: bufferBeforeMinutes * MINUTE_MS, lengthMs: (durationMinutes + bufferAfterMinutes) * MINUTE_MS };
}
