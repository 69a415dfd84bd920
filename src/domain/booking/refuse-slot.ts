import { missingNeeds } from "../availability/missing-needs.ts";
import type { Reason } from "../availability/refusal.ts";
import { OUTDATED } from "../event-type/offering.ts";
import { may } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { formatInstant } from "../shared/instants.ts";
import { isTooLittle, reasonAgainst } from "../availability/team-refusals.ts";
import { standsAgainstJoining } from "./seats.ts";
import { lookAround, type Surroundings, type WantedSlot } from "./slot-surroundings.ts";

/**
 * Refuses a time with the nearest free alternatives, or answers that the offering it was refused by is outdated.
 * @param reason null: somebody else's claim was in the way
 * @param otherwise what is told where nothing is in the way by now: it was all the same
 * @throws slot_unavailable
 */
export async function refuseSlot(
  ctx: DomainContext,
  wanted: WantedSlot,
  reason: Reason | null,
  otherwise: "booked" | "limit" = "booked",
): Promise<typeof OUTDATED> {
  const found = await lookAround(ctx, wanted);
  return found.current ? refuse(ctx, wanted, found, reason, otherwise) : OUTDATED;
}

/**
 * Refuses a time that is taken already. Null: it is not, or so it seems; the write decides.
 * @throws slot_unavailable
 */
export async function refuseIfTaken(ctx: DomainContext, wanted: WantedSlot): Promise<typeof OUTDATED | null> {
  const found = await lookAround(ctx, wanted);
  if (!found.current) return OUTDATED;
  return isTaken(found, wanted) ? refuse(ctx, wanted, found, null, "booked") : null;
}

/** Whether somebody who is needed has a claim there, or everybody of the pool who might serve by the rules, or of what is needed too much is taken. */
function isTaken({ refusals, isClaimed }: Surroundings, { override }: WantedSlot): boolean {
  if (isClaimed.all.includes(true)) return true;
  if (refusals.needs?.some((need) => isTooLittle(need, (reasons) => reasons.length === 0))) return true;
  return (
    isClaimed.pool.length > 0 &&
    isClaimed.pool.every(
      (claimed, index) => claimed || reasonAgainst({ all: [refusals.pool[index]!], pool: [] }, override) !== null,
    )
  );
}

function refuse(
  ctx: DomainContext,
  wanted: WantedSlot,
  found: Surroundings,
  reason: Reason | null,
  otherwise: "booked" | "limit",
): never {
  // A claim may come before the rule that it was refused by: somebody is booked, and the room is closed.
  const ofHosts = reasonAgainst(found.refusals, wanted.override) ?? reason ?? otherwise;
  const told = standsAgainstJoining(ofHosts) ? ofHosts : (reasonOfSessions(found, wanted, otherwise) ?? ofHosts);
  const time = `The time ${formatInstant(wanted.startsAt)} is not available`;
  const { alternatives } = found;
  if (!may(ctx.actor, "learn why a time is taken"))
    throw new DomainError("slot_unavailable", { detail: `${time}.`, extensions: { alternatives } });
  const missing = told === "resource" ? missingNeeds(wanted.team, found.refusals) : [];
  const resourceIds = missing.flatMap((need) => need.resourceIds);
  const names = missing.flatMap((need) => need.kind ?? need.resourceIds);
  throw new DomainError("slot_unavailable", {
    detail: names.length > 0 ? `${time}: there is too little of ${names.join(", ")}.` : `${time}.`,
    extensions: { reason: told, ...(resourceIds.length > 0 && { resourceIds }), alternatives },
  });
}

/** Why the sessions of that time cannot be joined; null where there are none. The booker may be at a limit of his own. */
function reasonOfSessions(
  { ofSessions }: Surroundings,
  { override }: WantedSlot,
  otherwise: "booked" | "limit",
): Reason | null {
  if (!ofSessions) return null;
  if (otherwise === "limit") return "limit";
  // Whoever took the last places may have given them back by now: there were too few all the same.
  return ofSessions.find((reason) => reason !== "limit" || !override?.includes(reason)) ?? "seats";
}
