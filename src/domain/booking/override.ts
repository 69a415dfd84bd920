import type { Reason } from "../availability/refusal.ts";
import { refusalsOf } from "../availability/refusal.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import type { WantedSlot } from "./slot-surroundings.ts";

/** The rules that may be set aside by name. A claim never is. */
export const OVERRIDABLE = ["past", "notice", "window", "day_off", "outside_hours", "off_grid"] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

/** @throws forbidden */
export function assertMayOverride(ctx: DomainContext, override: readonly Overridable[] | undefined): void {
  if (override?.length) assertMay(ctx.actor, "set rules aside");
}

/** The first rule against the time that was not set aside; claims are left to the write. */
export function ruleAgainst(ctx: DomainContext, wanted: WantedSlot): Reason | null {
  const terms = toSlotTerms(wanted.offering.eventType, wanted.durationMinutes);
  const query = { schedule: wanted.host.hours, busy: [], terms, now: ctx.clock.now().getTime() };
  return firstStanding(refusalsOf(query, wanted.startsAt), wanted.override);
}

/** The first of the reasons that was not set aside. */
export function firstStanding(reasons: readonly Reason[], override: readonly Overridable[] = []): Reason | null {
  const setAside = new Set<Reason>(override);
  return reasons.find((reason) => !setAside.has(reason)) ?? null;
}
