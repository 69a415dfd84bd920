import type { WebhookDeliveryWithAttempts } from "../../domain/webhook-delivery/webhook-delivery.ts";
import { replayWebhookDelivery } from "../../domain/webhook-delivery/replay-webhook-delivery.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toWebhookDeliveryResource } from "./webhook-delivery.resource.ts";

export const replayWebhookDeliveryRoute: Command<"replayWebhookDelivery", WebhookDeliveryWithAttempts> = {
  run: (ctx, { params }) => replayWebhookDelivery(ctx, params),
  answer: (delivery) => created(`/v1/webhook-deliveries/${delivery.id}`, toWebhookDeliveryResource(delivery)),
};
