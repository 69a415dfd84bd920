import { listWebhookEndpoints } from "../../domain/webhook-endpoint/list-webhook-endpoints.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toWebhookEndpointResource } from "./webhook-endpoint.resource.ts";

export const listWebhookEndpointsRoute: Operation<"listWebhookEndpoints"> = async (ctx, { query }) =>
  ok(toListResource(await listWebhookEndpoints(ctx, query), toWebhookEndpointResource));
