import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toWebhookEndpoint, type WebhookEndpoint } from "./webhook-endpoint.ts";
import { webhookEndpointScope, type WebhookRule } from "./webhook-endpoint.scope.ts";

/** An endpoint that is not deleted. @throws not_found, forbidden */
export function getWebhookEndpoint(
  ctx: DomainContext,
  webhookEndpointId: string,
  rule: WebhookRule = "read webhooks",
): Promise<WebhookEndpoint> {
  return readWebhookEndpoint(ctx, ctx.db.prisma, webhookEndpointId, rule);
}

/** One to manage, in a transaction: nobody else changes it until that ends. @throws not_found, forbidden */
export async function lockWebhookEndpoint(ctx: DomainContext, tx: Transaction, id: string): Promise<WebhookEndpoint> {
  const { organisationId } = webhookEndpointScope(ctx, "manage webhooks");
  if (!isId(id, "webhookEndpoint")) throw notFound("webhook endpoint");
  await tx.$executeRaw`
    SELECT FROM webhook_endpoint WHERE id = ${id} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readWebhookEndpoint(ctx, tx, id, "manage webhooks");
}

async function readWebhookEndpoint(
  ctx: DomainContext,
  tx: Transaction,
  id: string,
  rule: WebhookRule,
): Promise<WebhookEndpoint> {
  const where = { ...webhookEndpointScope(ctx, rule), id, deletedAt: null };
  const row = isId(id, "webhookEndpoint") && (await tx.webhookEndpoint.findFirst({ where }));
  if (!row) throw notFound("webhook endpoint");
  return toWebhookEndpoint(row, ctx.clock.now());
}
