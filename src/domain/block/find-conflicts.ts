import type { Block as BlockRow } from "../../generated/prisma/client.ts";
import type { Transaction } from "../shared/database.ts";

/** The bookings that have some of the time of blocks, by block, the earliest first; in one statement. */
export async function findConflicts(
  tx: Transaction,
  blocks: readonly Pick<BlockRow, "id">[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; conflicts: string[] }[]>`
    SELECT block.id, array_agg(claim.booking_id ORDER BY lower(claim.during)) AS conflicts
    FROM block JOIN claim ON claim.subject_id = block.subject_id
      AND claim.during && tstzrange(block.starts_at, block.ends_at) AND claim.booking_id IS NOT NULL
    WHERE block.id = ANY (${blocks.map(({ id }) => id)}) GROUP BY block.id`;
  return new Map(rows.map(({ id, conflicts }) => [id, conflicts]));
}
