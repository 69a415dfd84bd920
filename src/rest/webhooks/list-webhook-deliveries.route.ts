import { listWebhookDeliveries } from "../../domain/webhook-delivery/list-webhook-deliveries.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toWebhookDeliveryResource } from "./webhook-delivery.resource.ts";

export const listWebhookDeliveriesRoute: Operation<"listWebhookDeliveries"> = async (ctx, { params, query }) =>
  ok(toListResource(await listWebhookDeliveries(ctx, { ...params, ...query }), toWebhookDeliveryResource));
