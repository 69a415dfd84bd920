import type { EventType } from "../../generated/events.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Transaction } from "../shared/database.ts";

/** Which events a replay sends: those that had been handed on when it was asked for. */
export interface ReplayedRange {
  organisationId: string;
  from: Date;
  /** The first moment that is not in it. */
  to: Date;
  types: readonly EventType[];
  /** The place of the last event that had been handed on. */
  upTo: bigint;
}

const inRange = ({ organisationId, from, to, types, upTo }: ReplayedRange) => Prisma.sql`
  organisation_id = ${organisationId} AND occurred_at >= ${from} AND occurred_at < ${to}
  AND type = ANY (${types}::text[]) AND position <= ${upTo}`;

/** @returns how many there are, `most` and one more at the most */
export async function countReplayedEvents(tx: Transaction, range: ReplayedRange, most: number): Promise<number> {
  const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM outbox_event WHERE ${inRange(range)} LIMIT ${most + 1}) AS events`;
  return count;
}

export interface ReplayedEvent {
  id: string;
  type: EventType;
  subjectId: string;
  position: bigint;
  /** Something is on its way to the endpoint that brings it already. */
  isOnItsWay: boolean;
}

/** Those that come after a place, in the order in which they were handed on. */
export function listReplayedEvents(
  tx: Transaction,
  range: ReplayedRange,
  { endpointId, after, most }: { endpointId: string; after: bigint; most: number },
): Promise<ReplayedEvent[]> {
  return tx.$queryRaw<ReplayedEvent[]>`
    SELECT id, type, subject_id AS "subjectId", position,
      id IN (SELECT event_id FROM webhook_delivery WHERE endpoint_id = ${endpointId} AND status = 'pending') AS "isOnItsWay"
    FROM outbox_event WHERE ${inRange(range)} AND position > ${after} ORDER BY position LIMIT ${most}`;
}
