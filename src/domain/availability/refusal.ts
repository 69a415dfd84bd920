import { contains, meets } from "../shared/intervals.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { localDayOf } from "../shared/time-zone.ts";
import { earliestStart, windowRange } from "./bookable-range.ts";
import { BUSY_KINDS, type BusyTime } from "./busy.ts";
import { candidatesOf } from "./candidates.ts";
import { type Host, type HostTime, hostTimeOf } from "./host-time.ts";
import type { SlotTerms } from "./terms.ts";

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

export interface RefusalQuery extends Host {
  terms: SlotTerms;
  /** Epoch ms. */
  now: number;
}

/** Every reason against this start (epoch ms), in order of precedence. None: `offeredSlots` has it. */
export function refusalsOf(query: RefusalQuery, startsAt: number): Reason[] {
  return refusalsAt(query, hostTimeOf(query, query.terms, { from: startsAt, to: startsAt }), startsAt);
}

/** The same for a host's time that is laid out already and covers the start. */
export function refusalsAt(query: RefusalQuery, time: HostTime, startsAt: number): Reason[] {
  const { schedule, terms, busy, now } = query;
  return [
    ...timingRefusals(terms, now, startsAt),
    ...hoursRefusals(schedule.timeZone, terms, time, startsAt),
    ...busyRefusals(terms, busy, time, startsAt),
  ];
}

function timingRefusals(terms: SlotTerms, now: number, startsAt: number): Reason[] {
  const window = windowRange(terms, now);
  const reasons: Reason[] = [];
  if (startsAt < now) reasons.push("past");
  else if (startsAt < earliestStart(terms, now)) reasons.push("notice");
  if (startsAt < window.from || startsAt >= window.to) reasons.push("window");
  return reasons;
}

function hoursRefusals(timeZone: string, terms: SlotTerms, { days, working }: HostTime, startsAt: number): Reason[] {
  const today = localDayOf(timeZone, startsAt);
  if (contains(working, startsAt, startsAt + terms.durationMinutes * MINUTE_MS)) {
    const near = days.filter(({ day }) => Math.abs(day - today) <= 1);
    return candidatesOf(near, terms, startsAt, startsAt + 1).length > 0 ? [] : ["off_grid"];
  }
  return days.some(({ day, intervals }) => day === today && intervals.length > 0) ? ["outside_hours"] : ["day_off"];
}

/** By kind where the appointment itself meets the core of busy time; `buffer` where only buffers, of either side, meet. */
function busyRefusals(terms: SlotTerms, busy: readonly BusyTime[], time: HostTime, startsAt: number): Reason[] {
  const end = startsAt + terms.durationMinutes * MINUTE_MS;
  const bufferedStart = startsAt - terms.bufferBeforeMinutes * MINUTE_MS;
  const bufferedEnd = end + terms.bufferAfterMinutes * MINUTE_MS;
  if (!meets(time.busy, bufferedStart, bufferedEnd)) return [];
  const met = busy.filter((each) => overlap(each.start, each.end, bufferedStart, bufferedEnd));
  const isCoreMet = (each: BusyTime) => overlap(each.coreStart ?? each.start, each.coreEnd ?? each.end, startsAt, end);
  const reasons: Reason[] = BUSY_KINDS.filter((kind) => met.some((each) => each.kind === kind && isCoreMet(each)));
  return met.every(isCoreMet) ? reasons : [...reasons, "buffer"];
}

function overlap(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return Math.max(start, otherStart) < Math.min(end, otherEnd);
}
