import { OUTDATED } from "../event-type/offering.ts";
import type { Hold } from "../hold/hold.ts";
import { ruleOnHeld, wasReleased } from "../hold/held-slot.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertFresh, type CommandOutcome } from "../shared/idempotency.ts";
import { ruleOn, type Ruling } from "./override.ts";
import { refuseIfTaken, refuseSlot } from "./refuse-slot.ts";
import { standsAgainstJoining } from "./seats.ts";
import { isContested, takeSlot, type WantedSlot } from "./slot-surroundings.ts";

/** A time that may be had by the rules, and who may serve it. */
export interface Decision extends Ruling {
  wanted: WantedSlot;
  /** The hold that is to be converted. */
  hold: Hold | null;
  /** Why no session may be opened then, of a group event; one that is there may be joined all the same. */
  reason: Ruling["reason"];
}

/** Whether a wanted time may be had by the rules; claims are left to `takeTime`. @throws slot_unavailable */
export async function decideOn(
  ctx: DomainContext,
  wanted: WantedSlot,
  hold: Hold | null,
): Promise<Decision | typeof OUTDATED> {
  const ruling = hold ? ruleOnHeld(ctx, wanted) : ruleOn(ctx, wanted);
  return isRuledOut(wanted, ruling) ? refuseSlot(ctx, wanted, ruling.reason) : { wanted, hold, ...ruling };
}

export function isRuledOut({ places }: WantedSlot, { reason }: Ruling): boolean {
  return places === undefined ? reason !== null : standsAgainstJoining(reason);
}

/**
 * Has the time taken by `write`, one call of a SQL function that lets exactly as many have it as there is room for, and
 * tells what came of it. OUTDATED: the decision was made with what holds no longer.
 * @throws slot_unavailable, hold_over, idempotency_key_reused, AnsweredBefore
 */
export async function takeTime<Outcome extends CommandOutcome>(
  ctx: DomainContext,
  { wanted, hold, reason }: Decision,
  write: () => Promise<Outcome>,
): Promise<Outcome | typeof OUTDATED> {
  // What is held is nobody else's, and places are for several.
  const isForOne = hold === null && wanted.places === undefined;
  // Nothing is awaited from the look at who else wants the time to the try to take it, or a whole rush would try.
  if (isForOne && isContested(ctx, wanted)) {
    const refused = await refuseIfTaken(ctx, wanted);
    if (refused) return refused;
  }
  const outcome = await takeSlot(ctx, wanted, write);
  switch (assertFresh(outcome)) {
    case "done":
      return outcome;
    case "stale":
      return OUTDATED;
    case "conflict":
      return (await wasReleased(ctx, hold)) ? OUTDATED : refuseSlot(ctx, wanted, reason);
    case "limit":
      return refuseSlot(ctx, wanted, reason, "limit");
  }
}
