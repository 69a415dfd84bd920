import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import type { WebhookRule } from "../webhook-endpoint/webhook-endpoint.scope.ts";
import { toWebhookDelivery, WITH_ATTEMPTS, type WebhookDeliveryWithAttempts } from "./webhook-delivery.ts";

/** A delivery with each of its attempts. @throws not_found, forbidden */
export async function getWebhookDelivery(
  { db, actor }: DomainContext,
  id: string,
  rule: WebhookRule = "read webhooks",
): Promise<WebhookDeliveryWithAttempts> {
  assertMay(actor, rule);
  const where = { id, organisationId: actor.organisationId };
  const row =
    isId(id, "webhookDelivery") && (await db.prisma.webhookDelivery.findFirst({ where, include: WITH_ATTEMPTS }));
  if (!row) throw notFound("webhook delivery");
  return toWebhookDelivery(row);
}

/** One that was just written. */
export async function readDelivery(tx: Transaction, id: string): Promise<WebhookDeliveryWithAttempts> {
  return toWebhookDelivery(await tx.webhookDelivery.findUniqueOrThrow({ where: { id }, include: WITH_ATTEMPTS }));
}
