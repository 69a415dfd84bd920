import type { Transaction } from "../shared/database.ts";
import type { Block } from "./block.ts";
import { findConflicts } from "./find-conflicts.ts";

/** Claims what nobody else has of a block's time, whose member is locked. @returns it with the bookings that have the rest */
export async function takeTime(tx: Transaction, block: Block): Promise<Block> {
  await tx.$executeRaw`
    SELECT close_blocks(jsonb_build_array(jsonb_build_object(
      'subject_id', subject_id, 'during', tstzrange(starts_at, ends_at)))) FROM block WHERE id = ${block.id}`;
  return { ...block, conflicts: (await findConflicts(tx, [block])).get(block.id) ?? [] };
}
