import { enqueue } from "../job/enqueue.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { WebhookDeliveryCause } from "./webhook-delivery.ts";

/** An event for an endpoint. */
export interface NewDelivery {
  endpointId: string;
  cause: WebhookDeliveryCause;
  /** Of the replay of a time: it sends each event once. */
  replayId?: string;
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
  const standings = await standingsOf(tx, added);
  const news = added.filter((_, index) => !standings[index]!.isKnown);
  const deliveries = news.map((each) => ({ ...each, id: ctx.ids("webhookDelivery") }));
  const waiting = new Set(added.filter((_, index) => standings[index]!.isWaiting).map(keyOf));
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
    INSERT INTO webhook_delivery (id, organisation_id, endpoint_id, event_id, event_type, subject_id, cause, replay_id, status,
      attempts, next_attempt_at, created_at)
    SELECT id, organisation_id, endpoint_id, event_id, event_type, subject_id, cause, replay_id, status, attempts, next_attempt_at,
      created_at
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (id text, organisation_id text, endpoint_id text,
      event_id text, event_type text, subject_id text, cause text, replay_id text, status text, attempts int, next_attempt_at timestamptz,
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

function toRow(
  { id, endpointId, cause, replayId, event }: NewDelivery & { id: string },
  now: Date,
  goesOut: boolean,
): object {
  return {
    ...{ id, organisation_id: event.organisationId, endpoint_id: endpointId, event_id: event.id },
    ...{
      event_type: event.type,
      subject_id: event.subjectId,
      cause,
      replay_id: replayId,
      status: "pending",
      attempts: 0,
    },
    ...{ next_attempt_at: goesOut ? now : null, created_at: now },
  };
}

interface Standing {
  /** It was added already: an event may be handed on more than once. */
  isKnown: boolean;
  /** Another one of its object has not gone out yet to its endpoint. */
  isWaiting: boolean;
}

/**
 * Of each, in their order. The last of those that have not gone out is locked: whoever is about to mark it as sent does so
 * before we look, and then there is nothing to wait for, or finds ours after it.
 */
function standingsOf(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<Standing[]> {
  const endpointIds = deliveries.map(({ endpointId }) => endpointId);
  const subjectIds = deliveries.map(({ event }) => event.subjectId);
  const eventIds = deliveries.map(({ event }) => event.id);
  const causes = deliveries.map(({ cause }) => cause);
  const replayIds = deliveries.map(({ replayId = null }) => replayId);
  return tx.$queryRaw<Standing[]>`
    SELECT last.id IS NOT NULL AS "isWaiting", given.cause = 'event' AND EXISTS (
        SELECT FROM webhook_delivery AS known
        WHERE known.event_id = given.event_id AND known.endpoint_id = given.endpoint_id AND known.cause = 'event')
      OR EXISTS (
        SELECT FROM webhook_delivery AS known
        WHERE known.event_id = given.event_id AND known.replay_id = given.replay_id) AS "isKnown"
    FROM unnest(${endpointIds}::text[], ${subjectIds}::text[], ${eventIds}::text[], ${causes}::text[], ${replayIds}::text[])
      WITH ORDINALITY AS given (endpoint_id, subject_id, event_id, cause, replay_id, place)
    LEFT JOIN LATERAL (
      SELECT unsent.id FROM webhook_delivery AS unsent
      WHERE unsent.endpoint_id = given.endpoint_id AND unsent.subject_id = given.subject_id
        AND unsent.status = 'pending' AND unsent.attempts = 0
      ORDER BY unsent.sequence DESC LIMIT 1 FOR SHARE) AS last ON true
    ORDER BY given.place`;
}
