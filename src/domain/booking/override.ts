import type { Reason } from "../availability/refusal.ts";
import { mapTeam } from "../availability/team.ts";
import { reasonAgainst, teamRefusalsOf } from "../availability/team-refusals.ts";
import type { OfferingTeam } from "../event-type/choose-team.ts";
import type { OfferingHost } from "../event-type/offering.ts";
import type { ResourceNeed } from "../event-type/resource-needs.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import type { WantedSlot } from "./slot-surroundings.ts";

/** The rules that may be set aside by name. A claim never is. */
export const OVERRIDABLE = ["past", "notice", "window", "day_off", "outside_hours", "off_grid", "limit"] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

/** @throws forbidden */
export function assertMayOverride(ctx: DomainContext, override: readonly Overridable[] | undefined): void {
  if (override?.length) assertMay(ctx.actor, "set rules aside");
}

/** What the rules that were not set aside say of a time; claims are left to the write. */
export interface Ruling {
  /** The first rule against it. Null: somebody may serve. */
  reason: Reason | null;
  /** The team, and of its pool and what it needs those against whom there is no rule. */
  team: OfferingTeam;
}

export function ruleOn(
  ctx: DomainContext,
  { offering, team, startsAt, durationMinutes, override }: WantedSlot,
): Ruling {
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const asked = mapTeam(team, (host) => ({ ...host, busy: [] }));
  const refusals = teamRefusalsOf({ team: asked, terms, now: ctx.clock.now().getTime() }, startsAt);
  const mayServe = (_: OfferingHost, index: number) =>
    reasonAgainst({ all: [refusals.pool[index]!], pool: [] }, override) === null;
  const openOf = (need: ResourceNeed, index: number) => ({
    ...need,
    options: need.options.filter((_, option) => refusals.needs![index]!.options[option]!.length === 0),
  });
  return {
    reason: reasonAgainst(refusals, override),
    team: { all: team.all, pool: team.pool.filter(mayServe), needs: team.needs.map(openOf) },
  };
}
