import { assertVersion } from "../shared/assert-version.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.ts";
import { eventTypeErrors } from "./event-filter.ts";
import { lockWebhookEndpoint } from "./get-webhook-endpoint.ts";
import { urlErrors } from "./url-errors.ts";
import type { WebhookContext, WebhookEndpoint, WebhookEndpointStatus } from "./webhook-endpoint.ts";

export interface UpdateWebhookEndpointInput {
  webhookEndpointId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  url?: string;
  description?: string | null;
  eventTypes?: string[];
  status?: WebhookEndpointStatus;
}

/**
 * Changes an endpoint; a field that is left out stays. One that is enabled again is told of what happens from then on: what it
 * has missed is sent by a replay.
 * @throws not_found, forbidden, validation_failed, stale_version
 */
export async function updateWebhookEndpoint(
  ctx: WebhookContext,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const { url, eventTypes, status } = input;
  return inOneTransaction(ctx, async (tx) => {
    const endpoint = await lockWebhookEndpoint(ctx, tx, input.webhookEndpointId);
    assertVersion("webhook endpoint", endpoint.version, input.ifVersion);
    assertValid([...urlErrors(url, ctx.allowsPlainHttp), ...eventTypeErrors(eventTypes)]);
    const changes = { ...pickGiven(input, ["url", "description", "eventTypes"]), ...toStatus(ctx, endpoint, status) };
    return changeWebhookEndpoint(ctx, tx, "webhook_endpoint.updated", endpoint, changes);
  });
}

function toStatus({ clock }: WebhookContext, endpoint: WebhookEndpoint, status?: WebhookEndpointStatus) {
  if (status === undefined || status === endpoint.status) return {};
  if (status === "enabled") return { status, disabledReason: null, disabledAt: null, failingSince: null };
  return { status, disabledReason: "by_request" as const, disabledAt: clock.now() };
}
