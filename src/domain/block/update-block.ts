import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { blockErrors, toBlockPayload, type Block, type BlockReason } from "./block.ts";
import { lockBlock } from "./get-block.ts";
import { takeTime } from "./take-time.ts";

export interface UpdateBlockInput {
  blockId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  startsAt?: Date;
  endsAt?: Date;
  reason?: BlockReason;
  note?: string | null;
}

/** The note may be personal: the audit log does not hold it. */
const TOLD = ["startsAt", "endsAt", "reason", "version"] as const;

/** Changes a block; a field that is left out stays. What it no longer covers is free. @throws not_found, forbidden, validation_failed, stale_version */
export async function updateBlock(ctx: DomainContext, input: UpdateBlockInput): Promise<Block> {
  const changes = pickGiven(input, ["startsAt", "endsAt", "reason", "note"]);
  return inOneTransaction(ctx, async (tx) => {
    const block = await lockBlock(ctx, tx, input.blockId);
    assertVersion("block", block.version, input.ifVersion);
    const changed = { ...block, ...changes, version: block.version + 1, updatedAt: ctx.clock.now() };
    assertValid(blockErrors(changed));
    const { version, updatedAt } = changed;
    await tx.block.update({ where: { id: block.id }, data: { ...changes, version, updatedAt } });
    await tx.$executeRaw`SELECT release_time(jsonb_build_object('block_id', ${block.id}::text))`;
    const taken = await takeTime(tx, changed);
    await recordCommand(ctx, tx, {
      type: "block.updated",
      objectId: block.id,
      payload: toBlockPayload(taken),
      changes: changesBetween(block, changed, TOLD),
    });
    return taken;
  });
}
