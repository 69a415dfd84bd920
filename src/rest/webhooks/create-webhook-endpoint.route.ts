import { createWebhookEndpoint } from "../../domain/webhook-endpoint/create-webhook-endpoint.ts";
import type { WebhookEndpointWithSecret } from "../../domain/webhook-endpoint/webhook-endpoint.ts";
import { created, type Answer } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toCreatedWebhookEndpointResource } from "./webhook-endpoint.resource.ts";

export const createWebhookEndpointRoute: Command<"createWebhookEndpoint", WebhookEndpointWithSecret> = {
  run: (ctx, { body }) => createWebhookEndpoint(ctx, body),
  answer: (made) => answer(made, made.secret),
  keptAnswer: (made) => answer(made, null),
};

function answer(made: WebhookEndpointWithSecret, secret: string | null): Answer {
  const { id, version } = made.webhookEndpoint;
  return created(`/v1/webhook-endpoints/${id}`, toCreatedWebhookEndpointResource(made, secret), { version });
}
