import { recordAudit } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertEnabled } from "../webhook-endpoint/assert-enabled.ts";
import { lockWebhookEndpoint } from "../webhook-endpoint/get-webhook-endpoint.ts";
import { addDeliveries } from "./add-deliveries.ts";
import { getWebhookDelivery, readDelivery } from "./get-webhook-delivery.ts";
import type { WebhookDeliveryWithAttempts } from "./webhook-delivery.ts";

/**
 * Sends the event of a delivery to its endpoint once more, by a delivery of its own, with the event's own identifier: a receiver that has
 * had it knows it.
 * @throws not_found, forbidden, webhook_endpoint_disabled, event_expired
 */
export async function replayWebhookDelivery(
  ctx: DomainContext,
  { webhookDeliveryId }: { webhookDeliveryId: string },
): Promise<WebhookDeliveryWithAttempts> {
  const { endpointId, eventId } = await getWebhookDelivery(ctx, webhookDeliveryId, "manage webhooks");
  return inOneTransaction(ctx, async (tx) => {
    assertEnabled(await lockWebhookEndpoint(ctx, tx, endpointId));
    const event = await tx.outboxEvent.findUnique({ where: { id: eventId } });
    if (!event) throw new DomainError("event_expired", { detail: "The event is no longer kept." });
    const { organisationId, type, subjectId } = event;
    const { requestId, traceId } = ctx.request;
    const origin = { requestId, ...(traceId !== undefined && { traceId }) };
    const again = { id: eventId, type, organisationId, subjectId, ...origin };
    const [delivery] = await addDeliveries(ctx, tx, [{ endpointId, cause: "replay", event: again }]);
    await recordAudit(ctx, tx, { type: "webhook_delivery.replayed", objectId: webhookDeliveryId });
    return readDelivery(tx, delivery!.id);
  });
}
