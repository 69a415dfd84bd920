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
 * @throws slot_unavailable
 */
export async function refuseSlot(
  ctx: DomainContext,
  wanted: WantedSlot,
  reason: Reason | null,
): Promise<typeof OUTDATED> {
  const found = await lookAround(ctx, wanted);
  return found.current ? refuse(ctx, wanted, reason, found) : OUTDATED;
}

/**
 * Refuses a time that is taken already. Null: it is not, or so it seems; the write decides.
 * @throws slot_unavailable
 */
export async function refuseIfTaken(ctx: DomainContext, wanted: WantedSlot): Promise<typeof OUTDATED | null> {
  const found = await lookAround(ctx, wanted);
  if (!found.current) return OUTDATED;
  return isTaken(found, wanted) ? refuse(ctx, wanted, null, found) : null;
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

function refuse(ctx: DomainContext, wanted: WantedSlot, reason: Reason | null, found: Surroundings): never {
  // A claim that was in the way may be gone by now: the time was taken all the same.
  const ofHosts = reason ?? reasonAgainst(found.refusals, wanted.override) ?? "booked";
  const told = found.isFull && !standsAgainstJoining(ofHosts) ? "seats" : ofHosts;
  throw new DomainError("slot_unavailable", {
    detail: `The time ${formatInstant(wanted.startsAt)} is not available.`,
    extensions: {
      ...(may(ctx.actor, "learn why a time is taken") ? { reason: told } : {}),
      alternatives: found.alternatives,
    },
  });
}
