import { rotateWebhookSecret } from "../../domain/webhook-endpoint/rotate-webhook-secret.ts";
import type { WebhookEndpointWithSecret } from "../../domain/webhook-endpoint/webhook-endpoint.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toCreatedWebhookEndpointResource } from "./webhook-endpoint.resource.ts";

export const rotateWebhookSecretRoute: Command<"rotateWebhookSecret", WebhookEndpointWithSecret> = {
  run: (ctx, { params }) => rotateWebhookSecret(ctx, params),
  answer: (made) => answer(made, made.secret),
  keptAnswer: (made) => answer(made, null),
};

function answer(made: WebhookEndpointWithSecret, secret: string | null) {
  return ok(toCreatedWebhookEndpointResource(made, secret), { version: made.webhookEndpoint.version });
}
