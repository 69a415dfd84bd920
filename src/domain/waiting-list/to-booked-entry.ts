import { auditRow, eventRow } from "../audit/record-command.ts";
import type { Hold } from "../hold/hold.ts";
import { HOUSE } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { toEntry, toEntryPayload, type WaitingListEntry } from "./waiting-list-entry.ts";

/**
 * What `convert_hold` is told of the entry to which a hold was offered, when that becomes a booking: whoever books it,
 * somebody has got what he waited for. An offer that is over by now is refused there. Nothing is asked for the holds of others.
 */
export async function toBookedEntry(ctx: DomainContext, hold: Hold, bookingId: string): Promise<object | undefined> {
  if (hold.credentialId !== HOUSE) return undefined;
  const row = await ctx.db.prisma.waitingListEntry.findFirst({ where: { holdId: hold.id } });
  if (!row) return undefined;
  const at = ctx.clock.now();
  const booked: WaitingListEntry = { ...toEntry(row), status: "booked", bookingId, endedAt: at, updatedAt: at };
  const record = { type: "waiting_list_entry.booked" as const, objectId: row.id, payload: toEntryPayload(booked) };
  return { id: row.id, event: eventRow(ctx, record), audit: auditRow(ctx, record) };
}
