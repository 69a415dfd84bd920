import { recordCommand } from "../audit/record-command.ts";
import { lockHold } from "../hold/get-hold.ts";
import type { Hold } from "../hold/hold.ts";
import { releaseIfLive } from "../hold/release-hold.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { readEntry } from "./get-waiting-list-entry.ts";
import { LIVE_STATUSES, toEntryPayload, type PlacedEntry, type WaitingListEntry } from "./waiting-list-entry.ts";

/** Ends the wait. What is offered is given up; what is over stays as it is. @throws not_found, forbidden */
export async function leaveWaitingList(ctx: DomainContext, entryId: string): Promise<PlacedEntry> {
  return inOneTransaction(ctx, async (tx) => {
    const { entry, hold } = await lockEntry(ctx, tx, entryId);
    if (!LIVE_STATUSES.includes(entry.status)) return { ...entry, position: null };

    const now = ctx.clock.now();
    const ended = { status: "left" as const, endedAt: now, updatedAt: now };
    await tx.waitingListEntry.update({ where: { id: entryId }, data: ended });
    if (hold) await releaseIfLive(ctx, tx, hold);
    const payload = toEntryPayload({ ...entry, ...ended });
    await recordCommand(ctx, tx, { type: "waiting_list_entry.left", objectId: entryId, payload });
    return { ...entry, ...ended, position: null };
  });
}

/** The hold comes first, as for whoever accepts. One that was offered meanwhile is locked after the entry: a rare deadlock is tried again. */
async function lockEntry(
  ctx: DomainContext,
  tx: Transaction,
  entryId: string,
): Promise<{ entry: WaitingListEntry; hold: Hold | null }> {
  const asHouse = { ...ctx, actor: toHouse(ctx.actor.organisationId) };
  const heldFor = ({ status, holdId }: WaitingListEntry) =>
    status === "offered" && holdId !== null ? lockHold(asHouse, tx, holdId) : null;
  const found = await readEntry(ctx, tx, entryId, "answer an offer");
  const held = await heldFor(found);
  await tx.$executeRaw`SELECT FROM waiting_list_entry WHERE id = ${entryId} FOR NO KEY UPDATE`;
  const entry = await readEntry(ctx, tx, entryId, "answer an offer");
  return { entry, hold: held ?? (await heldFor(entry)) };
}
