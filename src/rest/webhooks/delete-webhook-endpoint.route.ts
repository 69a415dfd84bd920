import { deleteWebhookEndpoint } from "../../domain/webhook-endpoint/delete-webhook-endpoint.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteWebhookEndpointRoute: Operation<"deleteWebhookEndpoint"> = async (ctx, { params, ifVersion }) => {
  await deleteWebhookEndpoint(ctx, { ...params, ifVersion });
  return NO_CONTENT;
};
