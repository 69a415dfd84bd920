import type { Block as BlockRow } from "../../generated/prisma/client.ts";
import type { Transaction } from "../shared/database.ts";

/** The bookings that have some of the time of blocks, by block, the earliest first; in one statement. */
export async function findConflicts(
  tx: Transaction,
  blocks: readonly Pick<BlockRow, "id">[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; conflicts: string[] }[]>`
    SELECT block.id, array_agg(coalesce(claim.booking_id, sharing.id) ORDER BY lower(claim.during), sharing.id) AS conflicts
    FROM block JOIN claim ON claim.subject_id = block.subject_id
      AND claim.during && tstzrange(block.starts_at, block.ends_at)
    LEFT JOIN booking sharing ON sharing.group_session_id = claim.session_id AND sharing.places > 0
    WHERE block.id = ANY (${blocks.map(({ id }) => id)}) AND (claim.booking_id IS NOT NULL OR sharing.id IS NOT NULL)
    GROUP BY block.id`;
  return new Map(rows.map(({ id, conflicts }) => [id, conflicts]));
}
