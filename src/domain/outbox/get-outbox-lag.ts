import type { DomainContext } from "../shared/context.ts";

/** How far the dispatcher is behind. */
export interface OutboxLag {
  /** Events that wait, counted up to 10,000. */
  waiting: number;
  /** Of the one that has waited longest; 0 when none waits. */
  oldestSeconds: number;
}

const READ_LAG = {
  name: "read_outbox_lag",
  text: `SELECT count(*)::int AS waiting, min(occurred_at) AS "oldestAt"
    FROM (SELECT occurred_at FROM outbox_event WHERE position IS NULL ORDER BY sequence LIMIT 10000) AS first`,
};

export async function getOutboxLag({ db, clock }: Pick<DomainContext, "db" | "clock">): Promise<OutboxLag> {
  const [row] = await db.query<{ waiting: number; oldestAt: Date | null }>(READ_LAG, []);
  const { waiting, oldestAt } = row!;
  const ms = oldestAt ? clock.now().getTime() - oldestAt.getTime() : 0;
  return { waiting, oldestSeconds: Math.max(0, Math.round(ms / 1000)) };
}
