import { contains } from "../shared/intervals.ts";
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
    ...busyRefusals(terms, busy, startsAt),
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
  if (contains(working, startsAt, startsAt + terms.durationMinutes * MINUTE_MS)) {
    return candidatesOf(days, terms, startsAt, startsAt + 1).length > 0 ? [] : ["off_grid"];
  }
  const day = localDayOf(timeZone, startsAt);
  return days.some((each) => each.day === day && each.intervals.length > 0) ? ["outside_hours"] : ["day_off"];
}

function busyRefusals(terms: SlotTerms, busy: readonly BusyTime[], startsAt: number): Reason[] {
  const end = startsAt + terms.durationMinutes * MINUTE_MS;
  const bufferedStart = startsAt - terms.bufferBeforeMinutes * MINUTE_MS;
  const bufferedEnd = end + terms.bufferAfterMinutes * MINUTE_MS;
  const met = busy.filter((each) => each.start < each.end && each.start < bufferedEnd && each.end > bufferedStart);
  const isCoreMet = (each: BusyTime) => (each.coreStart ?? each.start) < end && (each.coreEnd ?? each.end) > startsAt;
  const reasons: Reason[] = BUSY_KINDS.filter((kind) => met.some((each) => each.kind === kind && isCoreMet(each)));
  return met.every(isCoreMet) ? reasons : [...reasons, "buffer"];
}
