import type { ScheduleHours } from "../schedule/schedule.ts";
import { mergeAscending, withoutAscending } from "../shared/ascending.ts";
import { bookableRange, type Range } from "./bookable-range.ts";
import { candidatesOf } from "./candidates.ts";
import {
  clearStarts,
  type Host,
  type HostHours,
  type LaidOutHours,
  layingOutHours,
  takenStarts,
  workingStarts,
} from "./host-time.ts";
import { leadsOf, type Need, type Team } from "./team.ts";
import type { SlotTerms } from "./terms.ts";

/** What is asked of those who serve: starts with from <= start < to, at the instant `now` (all epoch ms). */
export interface SlotQuery extends Range {
  team: Team<Host>;
  terms: SlotTerms;
  now: number;
}

/**
 * The starts (epoch ms, ascending) that the next caller can book: of the pool, where there is one, somebody has it on his
 * own grid, works and is free; otherwise the first of all has it on his. All others work then too, and are free, and so is
 * what is needed beside them.
 */
export function offeredSlots(query: SlotQuery): number[] {
  const { team, terms } = query;
  let offered: number[] = [];
  for (const grid of gridsOf(query)) {
    // Each grid, and each host, is asked only for what nobody before could serve: of many hosts most have nothing to add.
    const starts = openStarts(query, grid, withoutAscending(candidatesOn(grid, terms), offered));
    let taken: readonly number[] = team.pool.length > 0 ? starts : [];
    for (const host of grid.hosts) if (taken.length > 0) taken = takenStarts(taken, host, terms);
    if (taken.length < starts.length) offered = mergeAscending([offered, withoutAscending(starts, taken)]);
  }
  return (team.needs ?? []).reduce((left, need) => servedStarts(left, need, query), offered);
}

/** Those of the ascending starts for which there is as much of a need as it takes. */
function servedStarts(starts: number[], { count, options }: Need<Host>, { terms, now, ...asked }: SlotQuery): number[] {
  if (starts.length === 0) return starts;
  const hoursOf = layingOutHours(terms, bookableRange(terms, asked, now));
  const served = new Map<number, number>();
  for (const option of options)
    for (const start of clearStarts(workingStarts(starts, hoursOf(option), terms), option, terms))
      served.set(start, (served.get(start) ?? 0) + 1);
  return starts.filter((start) => (served.get(start) ?? 0) >= count);
}

/** Of each of the pool, in its order, the starts that he could serve with those who are needed; whether what is needed is to be had too is not looked at. */
export function slotsOfPool(query: SlotQuery): number[][] {
  const { team, terms } = query;
  const starts = new Map(
    gridsOf(query).map((grid) => [grid.schedule, openStarts(query, grid, candidatesOn(grid, terms))]),
  );
  return team.pool.map((host) => clearStarts(starts.get(host.schedule) ?? [], host, terms));
}

/** The grid of one schedule on which a time may begin, with those who lead and work by it. */
interface Grid {
  schedule: ScheduleHours;
  hosts: readonly Host[];
  range: Range;
  hoursOf: (host: HostHours) => LaidOutHours;
}

function gridsOf({ team, terms, now, ...asked }: SlotQuery): Grid[] {
  const range = bookableRange(terms, asked, now);
  if (range.from >= range.to) return [];
  const hoursOf = layingOutHours(terms, range);
  const bySchedule = Map.groupBy(leadsOf(team), ({ schedule }) => schedule);
  return [...bySchedule].map(([schedule, hosts]) => ({ schedule, hosts, range, hoursOf }));
}

function candidatesOn({ schedule, range, hoursOf }: Grid, terms: SlotTerms): number[] {
  return candidatesOf(hoursOf({ schedule }).days, terms, range.from, range.to);
}

/** Those of a grid's candidates at which its hosts work, and all who take part in any case work and are free. */
function openStarts({ team, terms }: SlotQuery, { schedule, hoursOf }: Grid, candidates: number[]): number[] {
  let starts = workingStarts(candidates, hoursOf({ schedule }), terms);
  for (const host of team.all) starts = clearStarts(workingStarts(starts, hoursOf(host), terms), host, terms);
  return starts;
}
