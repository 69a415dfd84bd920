import { enqueue } from "../job/enqueue.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { WebhookDeliveryCause } from "./webhook-delivery.ts";

/** An event for an endpoint. */
export interface NewDelivery {
  endpointId: string;
  cause: WebhookDeliveryCause;
  event: { id: string; type: string; organisationId: string; subjectId: string; requestId: string; traceId?: string };
}

type Deps = Pick<DomainContext, "ids" | "clock">;

/**
 * Has events sent once the transaction stands. The first attempts of one object go to one endpoint one after the other: one
 * that comes after another which has not gone out yet gets its job from that one (`send-next.ts`).
 */
export async function addDeliveries(
  ctx: Deps,
  tx: Transaction,
  added: readonly NewDelivery[],
): Promise<{ id: string }[]> {
  if (added.length === 0) return [];
  const now = ctx.clock.now();
  const deliveries = added.map((each) => ({ ...each, id: ctx.ids("webhookDelivery") }));
  const waiting = await objectsWaiting(tx, deliveries);
  const jobs = deliveries.filter((delivery) => {
    const key = keyOf(delivery);
    const isFirst = !waiting.has(key);
    waiting.add(key);
    return isFirst;
  });
  const goesOut = new Set(jobs);
  const rows = deliveries.map((delivery) => toRow(delivery, now, goesOut.has(delivery)));
  // One by one in their order, which is what `sequence` keeps.
  await tx.$executeRaw`
    INSERT INTO webhook_delivery (id, organisation_id, endpoint_id, event_id, event_type, subject_id, cause, status, attempts,
      next_attempt_at, created_at)
    SELECT id, organisation_id, endpoint_id, event_id, event_type, subject_id, cause, status, attempts, next_attempt_at, created_at
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (id text, organisation_id text, endpoint_id text,
      event_id text, event_type text, subject_id text, cause text, status text, attempts int, next_attempt_at timestamptz,
      created_at timestamptz)) WITH ORDINALITY AS given ORDER BY given.ordinality`;
  await enqueue(ctx, tx, jobs.map(toFirstJob));
  return deliveries;
}

const keyOf = ({ endpointId, event }: NewDelivery) => `${endpointId} ${event.subjectId}`;

function toFirstJob({ id, endpointId, event }: NewDelivery & { id: string }) {
  const { organisationId, requestId, traceId } = event;
  const data = { deliveryId: id, attempt: 1 };
  return {
    kind: "deliver-webhook" as const,
    data,
    organisationId,
    subjectId: id,
    lane: endpointId,
    requestId,
    traceId,
  };
}

function toRow({ id, endpointId, cause, event }: NewDelivery & { id: string }, now: Date, goesOut: boolean): object {
  return {
    ...{ id, organisation_id: event.organisationId, endpoint_id: endpointId, event_id: event.id },
    ...{ event_type: event.type, subject_id: event.subjectId, cause, status: "pending", attempts: 0 },
    ...{ next_attempt_at: goesOut ? now : null, created_at: now },
  };
}

/**
 * Endpoints and objects of which something has not gone out yet. Their rows are locked: whoever is about to mark one of
 * them as sent does so before we look, or finds ours after it.
 */
async function objectsWaiting(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<Set<string>> {
  const endpointIds = deliveries.map(({ endpointId }) => endpointId);
  const subjectIds = deliveries.map(({ event }) => event.subjectId);
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT endpoint_id || ' ' || subject_id AS key FROM webhook_delivery
    WHERE status = 'pending' AND attempts = 0
      AND (endpoint_id, subject_id) IN (SELECT * FROM unnest(${endpointIds}::text[], ${subjectIds}::text[]))
    ORDER BY id FOR SHARE`;
  return new Set(rows.map(({ key }) => key));
}
