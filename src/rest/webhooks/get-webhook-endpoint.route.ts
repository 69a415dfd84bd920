import { getWebhookEndpoint } from "../../domain/webhook-endpoint/get-webhook-endpoint.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toWebhookEndpointResource } from "./webhook-endpoint.resource.ts";

export const getWebhookEndpointRoute: Operation<"getWebhookEndpoint"> = async (ctx, { params }) => {
  const endpoint = await getWebhookEndpoint(ctx, params.webhookEndpointId);
  // Failures come and go without the endpoint itself being changed.
  return ok(toWebhookEndpointResource(endpoint), { version: endpoint.version, taggedByBody: true });
};
