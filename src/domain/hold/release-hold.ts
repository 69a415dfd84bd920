import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { lockHold } from "./get-hold.ts";
import { statusOf, toHoldPayload, type Hold } from "./hold.ts";

/** Gives the time of a hold back. One that is over stays as it is: a booking that it became is not cancelled by it. @throws not_found, forbidden */
export async function releaseHold(ctx: DomainContext, holdId: string): Promise<void> {
  await inOneTransaction(ctx, async (tx) => releaseIfLive(ctx, tx, await lockHold(ctx, tx, holdId)));
}

/** @param hold locked in this transaction */
export async function releaseIfLive(ctx: DomainContext, tx: Transaction, hold: Hold): Promise<void> {
  const now = ctx.clock.now();
  if (statusOf(hold, now) !== "live") return;

  const { id } = hold;
  const released = { ...hold, endedAt: now, outcome: "released" as const };
  await tx.hold.update({ where: { id }, data: { endedAt: now, outcome: "released" } });
  await tx.$executeRaw`SELECT release_time(jsonb_build_object('hold_id', ${id}::text))`;
  if (hold.keepsPlaces) await tx.$executeRaw`SELECT release_held_places(${id})`;
  await recordCommand(ctx, tx, { type: "hold.released", objectId: id, payload: toHoldPayload(released) });
}
