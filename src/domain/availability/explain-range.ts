import { candidatesOf } from "./candidates.ts";
import { hostTimeOf } from "./host-time.ts";
import type { SlotQuery } from "./offered-slots.ts";
import { type Reason, refusalsWithin } from "./refusal.ts";
import { startOfLocalDay } from "../shared/time-zone.ts";

/** A start (epoch ms) that is not offered, and the first reason against it. */
export interface RefusedSlot {
  startsAt: number;
  reason: Reason;
}

/**
 * Why there is not more on offer in [from, to): each candidate that is refused, the start of each local date without
 * working time, and `from` itself when it is refused. Sorted, each start once.
 */
export function explainRange(query: SlotQuery): RefusedSlot[] {
  const { schedule, terms, from, to } = query;
  if (from >= to) return [];
  const time = hostTimeOf(query, terms, query);
  const daysOff = time.days
    .filter(({ intervals }) => intervals.length === 0)
    .map(({ day }) => startOfLocalDay(schedule.timeZone, day))
    .filter((start) => start >= from && start < to);
  const asked = new Set([from, ...daysOff, ...candidatesOf(time.days, terms, from, to)]);
  const refusals = refusalsWithin(query, time);
  return [...asked]
    .sort((a, b) => a - b)
    .flatMap((startsAt) =>
      refusals(startsAt)
        .slice(0, 1)
        .map((reason) => ({ startsAt, reason })),
    );
}
