import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { blockScope, type BlockRule } from "./block.scope.ts";
import { toBlock, type Block } from "./block.ts";
import { findConflicts } from "./find-conflicts.ts";

/** @throws not_found, forbidden */
export function getBlock(ctx: DomainContext, blockId: string): Promise<Block> {
  return readBlock(ctx, ctx.db.prisma, blockId, "read schedules");
}

/** One to change, in a transaction: its member's time is locked, then its row. @throws not_found, forbidden */
export async function lockBlock(ctx: DomainContext, tx: Transaction, blockId: string): Promise<Block> {
  await readBlock(ctx, tx, blockId, "manage schedules");
  await tx.$executeRaw`SELECT lock_subjects(jsonb_build_array(subject_id)) FROM block WHERE id = ${blockId}`;
  await tx.$executeRaw`SELECT FROM block WHERE id = ${blockId} FOR NO KEY UPDATE`;
  return readBlock(ctx, tx, blockId, "manage schedules");
}

async function readBlock(ctx: DomainContext, tx: Transaction, blockId: string, rule: BlockRule): Promise<Block> {
  const where = { ...blockScope(ctx, rule), id: blockId, deletedAt: null };
  const row = isId(blockId, "block") && (await tx.block.findFirst({ where }));
  if (!row) throw notFound("block");
  return toBlock(row, (await findConflicts(tx, [row])).get(row.id) ?? []);
}
