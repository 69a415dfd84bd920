import { updateWebhookEndpoint } from "../../domain/webhook-endpoint/update-webhook-endpoint.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toWebhookEndpointResource } from "./webhook-endpoint.resource.ts";

export const updateWebhookEndpointRoute: Operation<"updateWebhookEndpoint"> = async (
  ctx,
  { params, body, ifVersion },
) => {
  const endpoint = await updateWebhookEndpoint(ctx, { ...params, ...body, ifVersion });
  return ok(toWebhookEndpointResource(endpoint), { version: endpoint.version });
};
