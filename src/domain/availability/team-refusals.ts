import type { Range } from "./bookable-range.ts";
import { type HostInDetail, layingOutHours } from "./host-time.ts";
import { type Reason, REASONS, refusalsWithin } from "./refusal.ts";
import { mapTeam, type Team } from "./team.ts";
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
  const refusals = mapTeam(team, (host, index) => {
    const isLead = hasPool ? index >= team.all.length : index === 0;
    return refusalsWithin({ ...host, terms, now, isLead }, hoursOf(host));
  });
  return (startsAt) => mapTeam(refusals, (ofHost) => ofHost(startsAt));
}

/**
 * Why a team cannot serve, null when it can: the first reason against anybody who is needed, or against the one of the pool
 * who came nearest to serving, whose first reason comes last in the order of precedence.
 * @param setAside reasons that do not count
 */
export function reasonAgainst({ all, pool }: TeamRefusals, setAside: readonly Reason[] = []): Reason | null {
  const ranks = (refusals: readonly (readonly Reason[])[]) =>
    refusals.map((reasons) => {
      const first = reasons.find((reason) => !setAside.includes(reason));
      return first === undefined ? Infinity : REASONS.indexOf(first);
    });
  const nearest = pool.length > 0 ? Math.max(...ranks(pool)) : Infinity;
  return REASONS[Math.min(nearest, ...ranks(all))] ?? null;
}
