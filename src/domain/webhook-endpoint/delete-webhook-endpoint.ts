import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.ts";
import { lockWebhookEndpoint } from "./get-webhook-endpoint.ts";

export interface DeleteWebhookEndpointInput {
  webhookEndpointId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/** Sends it nothing any more, also of what is on its way. @throws not_found, forbidden, stale_version */
export async function deleteWebhookEndpoint(ctx: DomainContext, input: DeleteWebhookEndpointInput): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const endpoint = await lockWebhookEndpoint(ctx, tx, input.webhookEndpointId);
    assertVersion("webhook endpoint", endpoint.version, input.ifVersion);
    const deletedAt = ctx.clock.now();
    return changeWebhookEndpoint(ctx, tx, "webhook_endpoint.deleted", endpoint, { deletedAt });
  });
}
