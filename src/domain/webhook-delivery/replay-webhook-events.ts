import { recordAudit } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertEnabled } from "../webhook-endpoint/assert-enabled.ts";
import { eventTypeErrors, typesOf } from "../webhook-endpoint/event-filter.ts";
import { lockWebhookEndpoint } from "../webhook-endpoint/get-webhook-endpoint.ts";
import { enqueueReplay } from "./continue-webhook-replay.ts";
import { countReplayedEvents, type ReplayedRange } from "./replayed-events.ts";

/** Each is a row, and a request to somebody else's server. */
const MOST_EVENTS = 10_000;

export interface ReplayWebhookEventsInput {
  webhookEndpointId: string;
  from: Date;
  /** The first moment that is not in it. */
  to: Date;
  /** The endpoint's own when left out. */
  eventTypes?: string[];
}

/** What was asked for, and how many events that is. */
export interface WebhookReplay {
  /** Its deliveries have it. */
  id: string;
  webhookEndpointId: string;
  from: Date;
  to: Date;
  eventTypes: string[];
  events: number;
}

/**
 * Sends an endpoint the events of a time again, or for the first time: all that are still kept, are of these types and had been
 * handed on by now, but for those that are on their way to it anyhow. A job does it, in their order.
 * @throws not_found, forbidden, validation_failed (also where there are too many), webhook_endpoint_disabled
 */
export async function replayWebhookEvents(
  ctx: DomainContext,
  { webhookEndpointId, from, to, eventTypes: asked }: ReplayWebhookEventsInput,
): Promise<WebhookReplay> {
  return inOneTransaction(ctx, async (tx) => {
    const endpoint = await lockWebhookEndpoint(ctx, tx, webhookEndpointId);
    assertEnabled(endpoint);
    assertValid([...eventTypeErrors(asked), ...(from < to ? [] : [{ pointer: "/to", message: "must be after from" }])]);
    const eventTypes = asked ?? endpoint.eventTypes;
    const { organisationId } = endpoint;
    const { position: upTo } = await tx.outboxCursor.findFirstOrThrow();
    const range: ReplayedRange = { organisationId, from, to, types: typesOf(eventTypes), upTo };
    const events = await countReplayedEvents(tx, range, MOST_EVENTS);
    const tooMany = `must be so early that there are at most ${MOST_EVENTS.toLocaleString("en")} events`;
    assertValid(events <= MOST_EVENTS ? [] : [{ pointer: "/to", message: tooMany }]);
    const id = ctx.ids("webhookReplay");
    const { requestId, traceId } = ctx.request;
    await enqueueReplay(ctx, tx, { replayId: id, endpointId: endpoint.id, range, after: 0n, requestId, traceId });
    await recordAudit(ctx, tx, { type: "webhook_endpoint.replayed", objectId: webhookEndpointId });
    return { id, webhookEndpointId, from, to, eventTypes, events };
  });
}
