import type { Block as BlockRow } from "../../generated/prisma/client.ts";
import type { Transaction } from "../shared/database.ts";

/** The bookings that have some of the time of blocks, by block, the earliest first; in one statement. */
export async function findConflicts(
  tx: Transaction,
  blocks: readonly Pick<BlockRow, "id">[],
): Promise<ReadonlyMap<string, string[]>> {
  const ids = blocks.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ id: string; conflicts: string[] }[]>`
    SELECT id, block_conflicts(id) AS conflicts FROM unnest(${ids}::text[]) AS id`;
  return new Map(rows.map(({ id, conflicts }) => [id, conflicts]));
}
