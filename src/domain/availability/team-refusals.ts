import type { Range } from "./bookable-range.ts";
import { type HostInDetail, layingOutHours } from "./host-time.ts";
import { type Reason, REASONS, refusalsWithin } from "./refusal.ts";
import { mapTeam, type Need, type Team } from "./team.ts";
import type { SlotTerms } from "./terms.ts";

export interface TeamQuery {
  team: Team<HostInDetail>;
  terms: SlotTerms;
  /** Epoch ms. */
  now: number;
}

/** What stands in the way of each of a team, in order of precedence. */
export type TeamRefusals = Team<readonly Reason[]>;

/** Every reason of everybody against this start (epoch ms). `reasonAgainst` tells none: `offeredSlots` has it. */
export function teamRefusalsOf(query: TeamQuery, startsAt: number): TeamRefusals {
  return teamRefusalsWithin(query, { from: startsAt, to: startsAt })(startsAt);
}

/** The same for any number of starts of a range. */
export function teamRefusalsWithin(query: TeamQuery, range: Range): (startsAt: number) => TeamRefusals {
  const { team, terms, now } = query;
  const hoursOf = layingOutHours(terms, range);
  const hasPool = team.pool.length > 0;
  const hosts = team.all.length + team.pool.length;
  const refusals = mapTeam(team, (host, index) => {
    const isLead = index < hosts && (hasPool ? index >= team.all.length : index === 0);
    const refusalsOf = refusalsWithin({ ...host, terms, now, isLead }, hoursOf(host));
    return index < hosts ? refusalsOf : (startsAt: number) => ofThing(refusalsOf(startsAt));
  });
  return (startsAt) => mapTeam(refusals, (ofHost) => ofHost(startsAt));
}

/** Of a thing it is told that it is not to be had, not why; notice and window are not its own. */
function ofThing(reasons: readonly Reason[]): Reason[] {
  return reasons.some((reason) => !OF_TIMING.has(reason)) ? ["resource"] : [];
}

const OF_TIMING: ReadonlySet<Reason> = new Set(["past", "notice", "window"]);

/**
 * Why a team cannot serve, null when it can: the first reason against anybody who is needed, or against the one of the pool
 * who came nearest to serving, whose first reason comes last in the order of precedence, or that too little is to be had of
 * what is needed.
 * @param setAside reasons that do not count
 */
export function reasonAgainst(
  { all, pool, needs = [] }: TeamRefusals,
  setAside: readonly Reason[] = [],
): Reason | null {
  const ranks = (refusals: readonly (readonly Reason[])[]) =>
    refusals.map((reasons) => {
      const first = reasons.find((reason) => !setAside.includes(reason));
      return first === undefined ? Infinity : REASONS.indexOf(first);
    });
  const nearest = pool.length > 0 ? Math.max(...ranks(pool)) : Infinity;
  const isShort = needs.some((need) => isTooLittle(need, (reasons) => reasons.length === 0));
  const ofNeeds = isShort ? REASONS.indexOf("resource") : Infinity;
  return REASONS[Math.min(nearest, ofNeeds, ...ranks(all))] ?? null;
}

/** Whether fewer of the options may serve than are needed. */
export function isTooLittle<Thing>({ count, options }: Need<Thing>, mayServe: (option: Thing) => boolean): boolean {
  return options.filter(mayServe).length < count;
}
