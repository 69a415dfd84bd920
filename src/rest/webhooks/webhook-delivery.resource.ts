import type { WebhookAttempt, WebhookDeliveryWithAttempts } from "../../domain/webhook-delivery/webhook-delivery.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toWebhookDeliveryResource(
  delivery: WebhookDeliveryWithAttempts,
): components["schemas"]["WebhookDelivery"] {
  const { id, endpointId, eventId, eventType, subjectId, cause, replayId, status, failedReason, nextAttemptAt, made } =
    delivery;
  return {
    ...{
      id,
      webhookEndpointId: endpointId,
      eventId,
      eventType,
      objectId: subjectId,
      cause,
      replayId,
      status,
      failedReason,
    },
    nextAttemptAt: instantOrNull(nextAttemptAt),
    attempts: made.map(toAttemptResource),
    createdAt: instant(delivery.createdAt),
    endedAt: instantOrNull(delivery.endedAt),
  };
}

function toAttemptResource({ deliveryId: _, at, ...attempt }: WebhookAttempt) {
  return { ...attempt, at: instant(at) };
}
