import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { lockHold } from "./get-hold.ts";
import { statusOf, toHoldPayload } from "./hold.ts";

/** Gives the time of a hold back. One that is over stays as it is: a booking that it became is not cancelled by it. @throws not_found, forbidden */
export async function releaseHold(ctx: DomainContext, holdId: string): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const hold = await lockHold(ctx, tx, holdId);
    const now = ctx.clock.now();
    if (statusOf(hold, now) !== "live") return;

    const released = { ...hold, endedAt: now, outcome: "released" as const };
    await tx.hold.update({ where: { id: holdId }, data: { endedAt: now, outcome: "released" } });
    await tx.$executeRaw`SELECT release_time(jsonb_build_object('hold_id', ${holdId}::text))`;
    await recordCommand(ctx, tx, { type: "hold.released", objectId: holdId, payload: toHoldPayload(released) });
  });
}
