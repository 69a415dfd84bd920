import type { ScheduleHours } from "../schedule/schedule.ts";
import { mergeAscending, withoutAscending } from "../shared/ascending.ts";
import { bookableRange, type Range } from "./bookable-range.ts";
import { candidatesOf } from "./candidates.ts";
import { clearStarts, type Host, layingOutHours, takenStarts, workingStarts } from "./host-time.ts";
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
  const starts = mergeAscending(
    openGrids(query).map(({ starts, hosts }) => {
      if (team.pool.length === 0) return starts;
      // Each host is asked only for what nobody before him could serve.
      let taken: readonly number[] = starts;
      for (const host of hosts) if (taken.length > 0) taken = takenStarts(taken, host, terms);
      return withoutAscending(starts, taken);
    }),
  );
  return (team.needs ?? []).reduce((left, need) => servedStarts(left, need, query), starts);
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

/** Of each of the pool, in its order, the starts that he could serve. */
export function slotsOfPool(query: SlotQuery): number[][] {
  const starts = new Map(openGrids(query).map((grid) => [grid.schedule, grid.starts]));
  return query.team.pool.map((host) => clearStarts(starts.get(host.schedule) ?? [], host, query.terms));
}

/** The starts on the grid of one schedule, with those of the pool who work by it. */
interface OpenGrid {
  schedule: ScheduleHours;
  hosts: readonly Host[];
  starts: number[];
}

/** The grids on which a time may begin, as far as all who take part in any case work and are free. */
function openGrids({ team: { all, pool }, terms, now, ...asked }: SlotQuery): OpenGrid[] {
  const range = bookableRange(terms, asked, now);
  if (range.from >= range.to) return [];
  const hoursOf = layingOutHours(terms, range);
  return [...Map.groupBy(leadsOf({ all, pool }), ({ schedule }) => schedule)].map(([schedule, hosts]) => {
    const hours = hoursOf({ schedule });
    let starts = workingStarts(candidatesOf(hours.days, terms, range.from, range.to), hours, terms);
    for (const host of all) starts = clearStarts(workingStarts(starts, hoursOf(host), terms), host, terms);
    return { schedule, hosts, starts };
  });
}
