import { startOfLocalDay } from "../shared/time-zone.ts";
import type { Range } from "./bookable-range.ts";
import { candidatesOf } from "./candidates.ts";
import { type HostHours, type LaidOutHours, layingOutHours } from "./host-time.ts";
import type { Reason } from "./refusal.ts";
import { leadsOf } from "./team.ts";
import { reasonAgainst, type TeamQuery, teamRefusalsWithin } from "./team-refusals.ts";
import { isOfWorkingDay } from "./working-time.ts";

/** A start (epoch ms) that is not offered, and the reason that is told. */
export interface RefusedSlot {
  startsAt: number;
  reason: Reason;
}

/**
 * Why there is not more on offer in [from, to): each candidate that is refused, the start of each local date without
 * working time of anybody who leads, and `from` itself when it is refused. Sorted, each start once.
 */
export function explainRange(query: TeamQuery & Range): RefusedSlot[] {
  const { terms, from, to } = query;
  if (from >= to) return [];
  const hoursOf = layingOutHours(terms, query);
  const leads = leadsOf(query.team);
  const asked = new Set([from, ...leads.flatMap((host) => candidatesOf(hoursOf(host).days, terms, from, to))]);
  for (const start of daysOff(leads, hoursOf)) if (start >= from && start < to) asked.add(start);

  const refusals = teamRefusalsWithin(query, query);
  return [...asked]
    .sort((a, b) => a - b)
    .flatMap((startsAt) => {
      const reason = reasonAgainst(refusals(startsAt));
      return reason ? [{ startsAt, reason }] : [];
    });
}

/** The starts of the first one's local dates without working time, as far as nobody else works on his date of that moment. */
function daysOff(leads: readonly HostHours[], hoursOf: (host: HostHours) => LaidOutHours): number[] {
  const [first, ...others] = leads.map((host) => hoursOf(host).days);
  return (first ?? [])
    .filter(({ intervals }) => intervals.length === 0)
    .map(({ day, timeZone }) => startOfLocalDay(timeZone, day))
    .filter((start) => !others.some((days) => isOfWorkingDay(days, start)));
}
