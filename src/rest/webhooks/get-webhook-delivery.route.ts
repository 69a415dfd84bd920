import { getWebhookDelivery } from "../../domain/webhook-delivery/get-webhook-delivery.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toWebhookDeliveryResource } from "./webhook-delivery.resource.ts";

export const getWebhookDeliveryRoute: Operation<"getWebhookDelivery"> = async (ctx, { params }) =>
  ok(toWebhookDeliveryResource(await getWebhookDelivery(ctx, params.webhookDeliveryId)));
