import { recordCommand } from "../audit/record-command.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toBlockPayload, type Block } from "./block.ts";
import { lockBlock } from "./get-block.ts";

export interface DeleteBlockInput {
  blockId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/** Gives the time of a block back. @throws not_found, forbidden, stale_version */
export async function deleteBlock(ctx: DomainContext, { blockId, ifVersion }: DeleteBlockInput): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const block = await lockBlock(ctx, tx, blockId);
    assertVersion("block", block.version, ifVersion);
    await dropBlock(ctx, tx, block);
  });
}

/** @param block one whose member's time is locked in this transaction */
export async function dropBlock(ctx: DomainContext, tx: Transaction, block: Block): Promise<void> {
  const now = ctx.clock.now();
  const { id } = block;
  const changes = { deletedAt: now, updatedAt: now, version: block.version + 1 };
  await tx.block.update({ where: { id }, data: changes });
  await tx.$executeRaw`SELECT release_time(jsonb_build_object('block_id', ${id}::text))`;
  const payload = toBlockPayload({ ...block, ...changes });
  await recordCommand(ctx, tx, { type: "block.deleted", objectId: id, payload });
}
