import { recordCommand } from "../audit/record-command.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import { assertMay } from "../access/may.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { DAY_MS } from "../shared/local-date.ts";
import { lockWebhookEndpoint } from "./get-webhook-endpoint.ts";
import { newWebhookSecret } from "./sign-webhook.ts";
import { toWebhookEndpointPayload, type WebhookContext, type WebhookEndpointWithSecret } from "./webhook-endpoint.ts";
import { sealWebhookSecret } from "./webhook-secret.ts";

/**
 * Gives an endpoint another secret. The one before it signs beside it for a day; one before that signs no more.
 * @throws not_found, forbidden, step_up_required
 */
export async function rotateWebhookSecret(
  ctx: WebhookContext,
  { webhookEndpointId }: { webhookEndpointId: string },
): Promise<WebhookEndpointWithSecret> {
  assertMay(ctx.actor, "manage webhooks");
  await assertRecentlyAuthenticated(ctx);
  return inOneTransaction(ctx, async (tx) => {
    const endpoint = await lockWebhookEndpoint(ctx, tx, webhookEndpointId);
    const { id } = endpoint;
    const { sealedSecret: previousSealedSecret } = await tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    const secret = newWebhookSecret();
    const updatedAt = ctx.clock.now();
    const previousSecretExpiresAt = new Date(updatedAt.getTime() + DAY_MS);
    const changes = { previousSecretExpiresAt, version: endpoint.version + 1, updatedAt };
    const sealedSecret = sealWebhookSecret(ctx.sealer, id, secret);
    await tx.webhookEndpoint.update({ where: { id }, data: { ...changes, sealedSecret, previousSealedSecret } });
    const webhookEndpoint = { ...endpoint, ...changes };
    await recordCommand(ctx, tx, {
      type: "webhook_endpoint.secret_rotated",
      objectId: id,
      payload: toWebhookEndpointPayload(webhookEndpoint),
      changes: { version: [endpoint.version, webhookEndpoint.version] },
    });
    return { webhookEndpoint, secret };
  });
}
