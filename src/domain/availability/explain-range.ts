import { mergeAscending, withoutAscending } from "../shared/ascending.ts";
import { startOfLocalDay } from "../shared/time-zone.ts";
import type { Range } from "./bookable-range.ts";
import { candidatesOf } from "./candidates.ts";
import { type HostHours, type LaidOutHours, layingOutHours } from "./host-time.ts";
import { leadsOf, type Team } from "./team.ts";
import type { SlotTerms } from "./terms.ts";
import { isOfWorkingDay } from "./working-time.ts";

interface ExplainQuery extends Range {
  team: Team<HostHours>;
  terms: SlotTerms;
}

/**
 * The starts (epoch ms, ascending) of [from, to) that are told to be refused: each candidate that is not offered, the start
 * of each local date without working time of anybody who leads, and `from` itself when it is not offered.
 */
export function refusedStarts(query: ExplainQuery, offered: readonly number[]): number[] {
  const { terms, from, to } = query;
  if (from >= to) return [];
  const hoursOf = layingOutHours(terms, query);
  const leads = leadsOf(query.team);
  const grids = [...new Set(leads.map(hoursOf))].map(({ days }) => candidatesOf(days, terms, from, to));
  // On a journey west one date may begin before the one that it follows: each is a list of its own.
  const off = daysOff(leads, hoursOf).filter((start) => start >= from && start < to);
  return withoutAscending(mergeAscending([[from], ...off.map((start) => [start]), ...grids]), offered);
}

/** The starts of the first one's local dates without working time, as far as nobody else works on his date of that moment. */
function daysOff(leads: readonly HostHours[], hoursOf: (host: HostHours) => LaidOutHours): number[] {
  const [first, ...others] = leads.map((host) => hoursOf(host).days);
  return (first ?? [])
    .filter(({ intervals }) => intervals.length === 0)
    .map(({ day, timeZone }) => startOfLocalDay(timeZone, day))
    .filter((start) => !others.some((days) => isOfWorkingDay(days, start)));
}
