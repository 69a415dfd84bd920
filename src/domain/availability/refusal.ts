import { contains, type Intervals, meets } from "../shared/intervals.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { earliestStart, windowRange } from "./bookable-range.ts";
import { BUSY_KINDS, type BusyTime } from "./busy.ts";
import { candidatesOf } from "./candidates.ts";
import { type HostInDetail, type LaidOutHours, layingOutHours, termsFor } from "./host-time.ts";
import type { SlotTerms } from "./terms.ts";
import { daysNear, isOfWorkingDay } from "./working-time.ts";

/** Why a time is not offered. Where several apply, the earlier one in this list is told. */
export const REASONS = [
  "past",
  "notice",
  "window",
  "day_off",
  "outside_hours",
  "off_grid",
  "external_busy",
  "booked",
  "held",
  "blocked",
  "buffer",
  "limit",
  "resource",
  "seats",
] as const;
export type Reason = (typeof REASONS)[number];

export interface RefusalQuery extends HostInDetail {
  terms: SlotTerms;
  /** Epoch ms. */
  now: number;
  /** Whether a start must be on this host's own grid: that of who joins in does not matter. */
  isLead: boolean;
}

/** Every reason of one host against this start (epoch ms), in order of precedence. */
export function refusalsOf(query: RefusalQuery, startsAt: number): Reason[] {
  const hoursOf = layingOutHours(query.terms, { from: startsAt, to: startsAt });
  return refusalsWithin(query, hoursOf(query))(startsAt);
}

/** The same for any number of starts, in hours that are laid out already and cover them. */
export function refusalsWithin(query: RefusalQuery, hours: LaidOutHours): (startsAt: number) => Reason[] {
  const { now, isLead } = query;
  const terms = termsFor(query.terms, query);
  const ofTiming = timingRefusals(terms, now);
  const ofHours = hoursRefusals(terms, hours, isLead);
  const ofBusyTime = busyRefusals(terms, query.busy);
  const ofLimits = limitRefusals(query.full);
  return (startsAt) => [...ofTiming(startsAt), ...ofHours(startsAt), ...ofBusyTime(startsAt), ...ofLimits(startsAt)];
}

type Refusals = (startsAt: number) => Reason[];

function timingRefusals(terms: SlotTerms, now: number): Refusals {
  const window = windowRange(terms, now);
  const earliest = earliestStart(terms, now);
  return (startsAt) => {
    const reasons: Reason[] = [];
    if (startsAt < now) reasons.push("past");
    else if (startsAt < earliest) reasons.push("notice");
    if (startsAt < window.from || startsAt >= window.to) reasons.push("window");
    return reasons;
  };
}

function hoursRefusals(terms: SlotTerms, { days, working }: LaidOutHours, isLead: boolean): Refusals {
  return (startsAt) => {
    if (contains(working, startsAt, startsAt + terms.durationMinutes * MINUTE_MS)) {
      if (!isLead) return [];
      return candidatesOf(daysNear(days, startsAt), terms, startsAt, startsAt + 1).length > 0 ? [] : ["off_grid"];
    }
    return isOfWorkingDay(days, startsAt) ? ["outside_hours"] : ["day_off"];
  };
}

/** By kind where the appointment itself meets the core of busy time; `buffer` where only buffers, of either side, meet. */
function busyRefusals(terms: SlotTerms, busy: readonly BusyTime[]): Refusals {
  const latestEnds = latestEndsOf(busy);
  return (startsAt) => {
    const end = startsAt + terms.durationMinutes * MINUTE_MS;
    const bufferedStart = startsAt - terms.bufferBeforeMinutes * MINUTE_MS;
    const bufferedEnd = end + terms.bufferAfterMinutes * MINUTE_MS;
    const met: BusyTime[] = [];
    for (let i = firstAbove(latestEnds, bufferedStart); i < busy.length && busy[i]!.start < bufferedEnd; i++) {
      if (overlap(busy[i]!.start, busy[i]!.end, bufferedStart, bufferedEnd)) met.push(busy[i]!);
    }
    const isCoreMet = (each: BusyTime) =>
      overlap(each.coreStart ?? each.start, each.coreEnd ?? each.end, startsAt, end);
    const reasons: Reason[] = BUSY_KINDS.filter((kind) => met.some((each) => each.kind === kind && isCoreMet(each)));
    return met.every(isCoreMet) ? reasons : [...reasons, "buffer"];
  };
}

function limitRefusals(full: Intervals | undefined): Refusals {
  return (startsAt) => (full && meets(full, startsAt, startsAt + 1) ? ["limit"] : []);
}

function overlap(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return Math.max(start, otherStart) < Math.min(end, otherEnd);
}

/** The latest end of each busy time and those that start before it: ascending, where the ends themselves need not be. */
function latestEndsOf(busy: readonly BusyTime[]): number[] {
  let latest = -Infinity;
  return busy.map(({ end }) => (latest = Math.max(latest, end)));
}

/** The index of the first of the ascending figures that is greater than the limit. */
function firstAbove(figures: readonly number[], limit: number): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
