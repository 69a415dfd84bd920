import type { Transaction } from "../shared/database.ts";
import type { PlacedEntry, WaitingListEntry } from "./waiting-list-entry.ts";

/**
 * The entries with the positions of those who wait: 1 for who comes first of those who wait for a time that he waits for
 * too, in order of joining.
 */
export async function withPositions(tx: Transaction, entries: readonly WaitingListEntry[]): Promise<PlacedEntry[]> {
  const waiting = entries.filter(({ status }) => status === "waiting").map(({ id }) => id);
  const rows = waiting.length === 0 ? [] : await readPositions(tx, waiting);
  const positions = new Map(rows.map(({ id, position }) => [id, position]));
  return entries.map((entry) => ({ ...entry, position: positions.get(entry.id) ?? null }));
}

export async function withPosition(tx: Transaction, entry: WaitingListEntry): Promise<PlacedEntry> {
  return (await withPositions(tx, [entry]))[0]!;
}

function readPositions(tx: Transaction, ids: string[]): Promise<{ id: string; position: number }[]> {
  return tx.$queryRaw`SELECT e.id, (
      SELECT count(*) FROM waiting_list_entry o
      WHERE o.event_type_id = e.event_type_id AND o.status = 'waiting' AND (o.created_at, o.id) <= (e.created_at, e.id)
        AND o.range_from < e.range_to AND o.range_to > e.range_from)::int AS position
    FROM waiting_list_entry e WHERE e.id = ANY(${ids}) AND e.status = 'waiting'`;
}
