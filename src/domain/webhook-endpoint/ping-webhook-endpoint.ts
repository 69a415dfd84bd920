import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { addDeliveries } from "../webhook-delivery/add-deliveries.ts";
import { readDelivery } from "../webhook-delivery/get-webhook-delivery.ts";
import type { WebhookDeliveryWithAttempts } from "../webhook-delivery/webhook-delivery.ts";
import { assertEnabled } from "./assert-enabled.ts";
import { PING } from "./event-filter.ts";
import { lockWebhookEndpoint } from "./get-webhook-endpoint.ts";
import { toWebhookEndpointPayload } from "./webhook-endpoint.ts";

/** Sends an endpoint an event that says nothing else, whatever it wants to be told of. @throws not_found, forbidden, webhook_endpoint_disabled */
export async function pingWebhookEndpoint(
  ctx: DomainContext,
  { webhookEndpointId }: { webhookEndpointId: string },
): Promise<WebhookDeliveryWithAttempts> {
  return inOneTransaction(ctx, async (tx) => {
    const endpoint = await lockWebhookEndpoint(ctx, tx, webhookEndpointId);
    assertEnabled(endpoint);
    const { id: endpointId, organisationId } = endpoint;
    const eventId = ctx.ids("event");
    const payload = toWebhookEndpointPayload(endpoint);
    // The identifier is ours to know: the delivery is of this event.
    await recordCommand({ ...ctx, ids: (noun) => (noun === "event" ? eventId : ctx.ids(noun)) }, tx, {
      type: PING,
      objectId: endpointId,
      payload,
    });
    const { requestId, traceId } = ctx.request;
    const origin = { requestId, ...(traceId !== undefined && { traceId }) };
    const event = { id: eventId, type: PING, organisationId, subjectId: endpointId, ...origin };
    const [delivery] = await addDeliveries(ctx, tx, [{ endpointId, cause: "ping", event }]);
    return readDelivery(tx, delivery!.id);
  });
}
