import type { WebhookEndpoint, WebhookEndpointWithSecret } from "../../domain/webhook-endpoint/webhook-endpoint.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toWebhookEndpointResource(endpoint: WebhookEndpoint): components["schemas"]["WebhookEndpoint"] {
  const { id, url, description, eventTypes, apiVersion, status, disabledReason, version } = endpoint;
  return {
    ...{ id, url, description, eventTypes, apiVersion, status, disabledReason },
    disabledAt: instantOrNull(endpoint.disabledAt),
    failingSince: instantOrNull(endpoint.failingSince),
    previousSecretExpiresAt: instantOrNull(endpoint.previousSecretExpiresAt),
    version,
    createdAt: instant(endpoint.createdAt),
    updatedAt: instant(endpoint.updatedAt),
  };
}

/** @param secret null where the answer is kept */
export function toCreatedWebhookEndpointResource(
  { webhookEndpoint }: WebhookEndpointWithSecret,
  secret: string | null,
) {
  return { ...toWebhookEndpointResource(webhookEndpoint), secret };
}
