import type { DomainContext } from "../shared/context.ts";
import { DAY_MS } from "../shared/local-date.ts";

/** The contract promises thirty days. */
const KEYS_KEPT_DAYS = 31;
/** What comes too early comes seconds too early. */
const REPORTS_KEPT_DAYS = 7;
const AT_ONCE = 1_000;

export interface RetentionDeps extends Pick<DomainContext, "db" | "clock"> {
  /** For how long events that were handed on, or came in, can be read again. */
  eventRetentionDays: number;
}

/** The oldest come first, so that each look ends at the first that is to stay. */
const DELETE_EVENTS = {
  name: "delete_old_events",
  text: `DELETE FROM outbox_event WHERE dispatched_at < $1 AND sequence IN (
      SELECT sequence FROM outbox_event WHERE position IS NOT NULL ORDER BY position LIMIT ${AT_ONCE})
    RETURNING sequence`,
};

/** With their attempts. One that is still tried stays. */
const DELETE_DELIVERIES = {
  name: "delete_old_webhook_deliveries",
  text: `DELETE FROM webhook_delivery WHERE id IN (
      SELECT id FROM webhook_delivery WHERE created_at < $1 AND status <> 'pending' ORDER BY created_at LIMIT ${AT_ONCE})
    RETURNING id`,
};

const DELETE_KEYS = {
  name: "delete_old_idempotency_keys",
  text: `DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM idempotency_key WHERE created_at < $1 LIMIT ${AT_ONCE}))
    RETURNING operation`,
};

const DELETE_RECEIVED = {
  name: "delete_old_received_events",
  text: `DELETE FROM received_event WHERE id IN (
      SELECT id FROM received_event WHERE created_at < $1 ORDER BY created_at LIMIT ${AT_ONCE})
    RETURNING id`,
};

/** Of messages that we never came to know by their providers' names. */
const DELETE_REPORTS = {
  name: "delete_old_delivery_reports",
  text: `DELETE FROM early_delivery_report WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM early_delivery_report WHERE created_at < $1 LIMIT ${AT_ONCE}))
    RETURNING provider`,
};

/**
 * Deletes events that were handed on or taken in long ago, what was sent of them, answers to commands that nobody repeats any
 * more, and what providers told of messages that were not ours.
 * @returns how many
 */
export async function deleteOldRows(
  { db, clock, eventRetentionDays }: RetentionDeps,
  signal?: AbortSignal,
): Promise<number> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  let deleted = 0;
  for (const [statement, days] of [
    [DELETE_EVENTS, eventRetentionDays] as const,
    [DELETE_RECEIVED, eventRetentionDays] as const,
    [DELETE_DELIVERIES, eventRetentionDays] as const,
    [DELETE_KEYS, KEYS_KEPT_DAYS] as const,
    [DELETE_REPORTS, REPORTS_KEPT_DAYS] as const,
  ])
    for (let gone = AT_ONCE; gone === AT_ONCE && !signal?.aborted; deleted += gone)
      gone = (await db.query(statement, [before(days)])).length;
  return deleted;
}
