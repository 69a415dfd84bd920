import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { getWebhookEndpoint } from "../webhook-endpoint/get-webhook-endpoint.ts";
import {
  toWebhookDelivery,
  WITH_ATTEMPTS,
  type WebhookDeliveryStatus,
  type WebhookDeliveryWithAttempts,
} from "./webhook-delivery.ts";

export interface ListWebhookDeliveriesInput extends PageInput {
  webhookEndpointId: string;
  status?: WebhookDeliveryStatus;
  /** Only those of this event. */
  eventId?: string;
  /** Only those of this replay of a time. */
  replayId?: string;
}

/** A page of what was sent to an endpoint, oldest first. @throws not_found, validation_failed (cursor), forbidden */
export async function listWebhookDeliveries(
  ctx: DomainContext,
  input: ListWebhookDeliveriesInput,
): Promise<Page<WebhookDeliveryWithAttempts>> {
  const { status, eventId, replayId } = input;
  const { id: endpointId } = await getWebhookEndpoint(ctx, input.webhookEndpointId);
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.webhookDelivery.findMany({
    where: { AND: [{ endpointId, status, eventId, replayId }, where] },
    include: WITH_ATTEMPTS,
    ...page,
  });
  return toPage(rows.map(toWebhookDelivery), input.limit, creationOf);
}
