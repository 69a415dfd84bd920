import { recordCommand } from "../audit/record-command.ts";
import { HOUSE } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { lockHold } from "./get-hold.ts";
import { DEFAULT_TTL_SECONDS, extendableUntil, statusOf, toHoldPayload, type Hold } from "./hold.ts";
import { holdOver } from "./hold-over.ts";

export interface ExtendHoldInput {
  holdId: string;
  /** From now on. */
  ttlSeconds?: number;
}

/**
 * Lets a live hold live on, as far as its longest life allows. It never ends sooner by it.
 * @throws not_found, forbidden, hold_over
 */
export async function extendHold(ctx: DomainContext, { holdId, ttlSeconds }: ExtendHoldInput): Promise<Hold> {
  return inOneTransaction(ctx, async (tx) => {
    const hold = await lockHold(ctx, tx, holdId);
    // After the wait for the lock: it may have run out meanwhile.
    const now = ctx.clock.now();
    const isSwept = hold.groupSessionId !== null && !hold.keepsPlaces;
    const status = hold.outcome === null && isSwept ? "expired" : statusOf(hold, now);
    if (status !== "live") throw holdOver(status);

    const asked = now.getTime() + (ttlSeconds ?? DEFAULT_TTL_SECONDS) * 1000;
    const latest = Math.min(asked, extendableUntil(hold).getTime());
    const expiresAt = new Date(Math.max(latest, hold.expiresAt.getTime()));
    const extended = { ...hold, expiresAt };
    await tx.hold.update({ where: { id: holdId }, data: { expiresAt } });
    await tx.claim.updateMany({ where: { holdId }, data: { expiresAt } });
    if (hold.keepsPlaces) await tx.$executeRaw`SELECT extend_held_places(${holdId})`;
    // What is offered by it is offered for longer.
    if (hold.credentialId === HOUSE)
      await tx.waitingListEntry.updateMany({
        where: { holdId, status: "offered" },
        data: { offerExpiresAt: expiresAt },
      });
    await recordCommand(ctx, tx, {
      type: "hold.extended",
      objectId: holdId,
      payload: toHoldPayload(extended),
      changes: { expiresAt: [hold.expiresAt, expiresAt] },
    });
    return extended;
  });
}
