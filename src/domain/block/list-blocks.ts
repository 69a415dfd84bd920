import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { blockScope } from "./block.scope.ts";
import { toBlock, type Block } from "./block.ts";
import { findConflicts } from "./find-conflicts.ts";

export interface ListBlocksInput extends PageInput {
  /** Only blocks of this member. */
  memberId?: string;
  /** Only blocks that end after this moment. */
  from?: Date;
  /** Only blocks that start before this moment. */
  to?: Date;
}

/** A page of the blocks that the actor may see, oldest first. @throws validation_failed (cursor), forbidden */
export async function listBlocks(ctx: DomainContext, input: ListBlocksInput): Promise<Page<Block>> {
  const { memberId, from, to } = input;
  const { where, ...page } = pageQuery(input);
  const wanted = { memberId, deletedAt: null, endsAt: { gt: from }, startsAt: { lt: to } };
  const rows = await ctx.db.prisma.block.findMany({
    where: { AND: [blockScope(ctx, "read schedules"), wanted, where] },
    ...page,
  });
  const conflicts = await findConflicts(ctx.db.prisma, rows);
  return toPage(
    rows.map((row) => toBlock(row, conflicts.get(row.id) ?? [])),
    input.limit,
    creationOf,
  );
}
