import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toEntryConditions, waitingListScope, type WaitingListRule } from "./waiting-list.scope.ts";
import { toEntry, type PlacedEntry, type WaitingListEntry } from "./waiting-list-entry.ts";
import { withPosition } from "./with-positions.ts";

/** An entry, also one that is over. @throws not_found, forbidden */
export async function getWaitingListEntry(ctx: DomainContext, entryId: string): Promise<PlacedEntry> {
  const entry = await readEntry(ctx, ctx.db.prisma, entryId, "look at a place in a waiting list");
  return withPosition(ctx.db.prisma, entry);
}

/** @throws not_found, forbidden */
export async function readEntry(
  ctx: DomainContext,
  tx: Transaction,
  entryId: string,
  rule: WaitingListRule,
): Promise<WaitingListEntry> {
  const where = { AND: [toEntryConditions(waitingListScope(ctx, rule)), { id: entryId }] };
  const row = isId(entryId, "waitingListEntry") && (await tx.waitingListEntry.findFirst({ where }));
  if (!row) throw notFound("waiting list entry");
  return toEntry(row);
}
