import type { Notification as NotificationRow } from "../../generated/prisma/client.ts";
import { dropJobs } from "../job/enqueue.ts";
import { JobFailure } from "../job/job.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

type Deps = Pick<DomainContext, "db" | "clock">;

/** Whoever sends one and gives no sign of life for so long has died with it. */
const SENT_WITHIN_MS = 60_000;

/** For how long one waits for the one before it. */
const LOOKED_AGAIN_AFTER_MS = 1_000;

/**
 * Takes a notification for sending, with those that are to be told in the same message. What has been overtaken by a later one
 * is dropped, and a later one waits until an earlier one is out: so the last word is the last one to arrive.
 * @returns none when there is nothing to send any more
 * @throws JobFailure, where it must wait
 */
export function claimNotification({ db, clock }: Deps, id: string): Promise<NotificationRow[]> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    await lockNeighbours(tx, id);
    const found = await findNeighbours(tx, id, now);
    if (found.some((each) => each.id === id && each.toldWith !== null)) return [];
    if (found.some(({ isPreceded }) => isPreceded))
      throw new JobFailure("An earlier message to the same person is on its way.", {
        retryAt: new Date(now.getTime() + LOOKED_AGAIN_AFTER_MS),
        isAttempt: false,
      });

    const [outdated, current] = [found.filter(isSuperseded), found.filter((each) => !isSuperseded(each))];
    await drop(tx, idsOf(outdated), "superseded", now);
    const followers = idsOf(found).filter((each) => each !== id);
    await dropJobs(tx, "send-notification", followers);
    await tx.$executeRaw`
      UPDATE notification SET status = 'sending', attempts = attempts + 1, next_attempt_at = NULL, updated_at = ${now},
        told_with = CASE WHEN id <> ${id} THEN ${id} END
      WHERE id = ANY (${idsOf(current)})`;
    return tx.notification.findMany({ where: { id: { in: idsOf(current) } }, orderBy: { id: "asc" } });
  });
}

/** Says of some that there is nothing to say any more. */
export async function drop(
  tx: Pick<Transaction, "notification">,
  ids: readonly string[],
  reason: "superseded" | "too_late",
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const gone = { status: "dropped", reason, nextAttemptAt: null, updatedAt: now };
  await tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: gone });
}

/** One at a time among those of a booking, or of what is gathered. */
async function lockNeighbours(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('notification ' || coalesce(gather_key, booking_id, id), 0))::text
    FROM notification WHERE id = ${id}`;
}

interface Neighbour {
  id: string;
  toldWith: string | null;
  /** A later one tells the same person of the same booking. */
  isSuperseded: boolean;
  /** An earlier one is on its way to him. */
  isPreceded: boolean;
}

/** Itself, those that go with it already, and those that are due and may go with it. A dead letter that is tried again has failed. */
function findNeighbours(tx: Transaction, id: string, now: Date): Promise<Neighbour[]> {
  const alive = new Date(now.getTime() - SENT_WITHIN_MS);
  return tx.$queryRaw<Neighbour[]>`
    WITH me AS (
      SELECT n.*, (SELECT email FROM attendee WHERE id = n.recipient_id) AS email FROM notification n WHERE n.id = ${id}
    ), found AS (
      SELECT n.* FROM notification n, me WHERE n.id = me.id AND n.status IN ('planned', 'sending', 'failed')
      UNION ALL
      SELECT n.* FROM notification n WHERE n.told_with = ${id} AND n.status IN ('planned', 'sending', 'failed')
      UNION ALL
      SELECT n.* FROM notification n, me
      WHERE n.gather_key = me.gather_key AND n.kind = me.kind AND n.channel = me.channel
        AND n.recipient_type = me.recipient_type AND n.id <> me.id AND n.told_with IS NULL AND n.status = 'planned'
        AND n.due_at <= ${now} AND me.told_with IS NULL AND me.status IN ('planned', 'sending', 'failed')
        AND (n.recipient_id = me.recipient_id
          OR EXISTS (SELECT FROM attendee a WHERE a.id = n.recipient_id AND a.email = me.email))
    )
    SELECT n.id, n.told_with AS "toldWith",
      EXISTS (SELECT FROM notification other WHERE other.booking_id = n.booking_id AND other.channel = n.channel
        AND other.recipient_type = n.recipient_type AND other.recipient_id = n.recipient_id AND other.event_id IS NOT NULL
        AND n.event_id IS NOT NULL AND other.booking_version > n.booking_version) AS "isSuperseded",
      EXISTS (SELECT FROM notification other WHERE other.booking_id = n.booking_id AND other.channel = n.channel
        AND other.recipient_type = n.recipient_type AND other.recipient_id = n.recipient_id AND other.event_id IS NOT NULL
        AND n.event_id IS NOT NULL AND other.booking_version < n.booking_version
        AND other.status = 'sending' AND other.updated_at > ${alive}) AS "isPreceded"
    FROM found n`;
}

function isSuperseded(each: Neighbour): boolean {
  return each.isSuperseded;
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
