import { auditRow, eventRow } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { LIVE_STATUSES, toEntry, toEntryPayload, type WaitingListEntry } from "./waiting-list-entry.ts";

/** Of an event type those for whom it is too late, and those whose offer is over: its hold has expired or was released. */
const OVER = {
  name: "waiting_list_over",
  text: `SELECT e.id FROM waiting_list_entry e
    WHERE e.event_type_id = $1 AND (
      (e.status = 'waiting' AND (e.range_to <= $2 OR $3))
      OR (e.status = 'offered' AND NOT EXISTS (
        SELECT FROM hold h WHERE h.id = e.hold_id AND h.outcome IS NULL AND h.expires_at > $2)))
    ORDER BY e.created_at, e.id`,
};

/** Ends entries whose time is past, and those whose offer was not accepted. @param all those of an event type that is no more */
export async function expireEntries(ctx: DomainContext, eventTypeId: string, { all = false } = {}): Promise<void> {
  const over = await ctx.db.query<{ id: string }>(OVER, [eventTypeId, ctx.clock.now(), all]);
  if (over.length === 0) return;
  // Some may have been booked or left since.
  const found = { id: { in: over.map(({ id }) => id) }, status: { in: LIVE_STATUSES } };
  const rows = await ctx.db.prisma.waitingListEntry.findMany({ where: found });
  for (const row of rows) await expire(ctx, toEntry(row));
}

/** Not when he has accepted, left or been offered something since. */
async function expire(ctx: DomainContext, entry: WaitingListEntry): Promise<void> {
  const at = ctx.clock.now();
  const expired: WaitingListEntry = { ...entry, status: "expired", endedAt: at, updatedAt: at };
  const record = { type: "waiting_list_entry.expired" as const, objectId: entry.id, payload: toEntryPayload(expired) };
  await ctx.db.call<boolean>("expire_waiting_list_entry", [
    { id: entry.id, status: entry.status, at },
    eventRow(ctx, record),
    auditRow(ctx, record),
  ]);
}
