import { dropBlock } from "../block/delete-block.ts";
import { toBlock } from "../block/block.ts";
import { toHold } from "../hold/hold.ts";
import { releaseIfLive } from "../hold/release-hold.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { uuidOf } from "../shared/ids.ts";
import type { Member } from "./member.ts";

/**
 * Gives back what takes the time of a locked member and is no booking: his blocks that are not over are deleted, and holds in
 * which he has a part are released, so that none of them becomes a booking with him. Whoever converts one at this very moment
 * was first: the booking is there to be seen afterwards.
 */
export async function giveBackTime(ctx: DomainContext, tx: Transaction, { id, organisationId }: Member): Promise<void> {
  const now = ctx.clock.now();
  const held = { organisationId, outcome: null, expiresAt: { gt: now }, hostIds: { has: id } };
  const findHolds = () => tx.hold.findMany({ where: held, orderBy: { id: "asc" } });
  // All at once, and before the rows: in the order of whoever books.
  const subjects = (await findHolds()).flatMap(({ hostIds, resourceIds }) => [...hostIds, ...resourceIds]);
  await tx.$executeRaw`SELECT lock_subjects(${JSON.stringify([id, ...subjects].map(uuidOf))}::jsonb)`;
  const blocks = await tx.block.findMany({
    where: { organisationId, memberId: id, deletedAt: null, endsAt: { gt: now } },
    orderBy: { id: "asc" },
  });
  for (const block of blocks) await dropBlock(ctx, tx, toBlock(block, []));
  for (const hold of await findHolds()) await releaseIfLive(ctx, tx, toHold(hold));
}
