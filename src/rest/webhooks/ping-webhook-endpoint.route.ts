import type { WebhookDeliveryWithAttempts } from "../../domain/webhook-delivery/webhook-delivery.ts";
import { pingWebhookEndpoint } from "../../domain/webhook-endpoint/ping-webhook-endpoint.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toWebhookDeliveryResource } from "./webhook-delivery.resource.ts";

export const pingWebhookEndpointRoute: Command<"pingWebhookEndpoint", WebhookDeliveryWithAttempts> = {
  run: (ctx, { params }) => pingWebhookEndpoint(ctx, params),
  answer: (delivery) => created(`/v1/webhook-deliveries/${delivery.id}`, toWebhookDeliveryResource(delivery)),
};
