import { DomainError } from "../shared/errors.ts";
import type { WebhookEndpoint } from "./webhook-endpoint.ts";

/** @throws webhook_endpoint_disabled */
export function assertEnabled({ status }: Pick<WebhookEndpoint, "status">): void {
  if (status === "disabled")
    throw new DomainError("webhook_endpoint_disabled", { detail: "The endpoint is disabled: enable it first." });
}
