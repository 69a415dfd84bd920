import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, assertWithinLimit } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { eventTypeErrors } from "./event-filter.ts";
import { newWebhookSecret } from "./sign-webhook.ts";
import { urlErrors } from "./url-errors.ts";
import {
  toWebhookEndpoint,
  toWebhookEndpointPayload,
  type WebhookContext,
  type WebhookEndpointWithSecret,
} from "./webhook-endpoint.ts";
import { sealWebhookSecret } from "./webhook-secret.ts";

/** Each event that somebody wants to know of is a row for each of them. */
const MOST_ENDPOINTS = 20;

export interface CreateWebhookEndpointInput {
  url: string;
  description?: string | null;
  /** All when left out. */
  eventTypes?: string[];
  apiVersion?: "v1";
}

/** Has a server told of what happens from now on. @throws validation_failed, forbidden, step_up_required, limit_reached */
export async function createWebhookEndpoint(
  ctx: WebhookContext,
  input: CreateWebhookEndpointInput,
): Promise<WebhookEndpointWithSecret> {
  const { actor, sealer, clock } = ctx;
  assertMay(actor, "manage webhooks");
  await assertRecentlyAuthenticated(ctx);
  const { url, description = null, eventTypes = ["*"], apiVersion = "v1" } = input;
  assertValid([...urlErrors(url, ctx.allowsPlainHttp), ...eventTypeErrors(eventTypes)]);
  return inOneTransaction(ctx, async (tx) => {
    const { organisationId } = actor;
    const id = ctx.ids("webhookEndpoint");
    const secret = newWebhookSecret();
    const now = clock.now();
    const stamps = { version: 1, createdAt: now, updatedAt: now };
    const sealedSecret = sealWebhookSecret(sealer, id, secret);
    await lockOrganisation(tx, organisationId);
    const row = await tx.webhookEndpoint.create({
      data: {
        id,
        organisationId,
        url,
        description,
        eventTypes,
        apiVersion,
        status: "enabled",
        sealedSecret,
        ...stamps,
      },
    });
    const count = await tx.webhookEndpoint.count({ where: { organisationId, deletedAt: null } });
    assertWithinLimit(count, MOST_ENDPOINTS, "webhook endpoints of an organisation");
    const webhookEndpoint = toWebhookEndpoint(row, now);
    const payload = toWebhookEndpointPayload(webhookEndpoint);
    await recordCommand(ctx, tx, { type: "webhook_endpoint.created", objectId: id, payload });
    return { webhookEndpoint, secret };
  });
}

/** Whoever counts counts alone. */
async function lockOrganisation(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM organisation WHERE id = ${id} FOR NO KEY UPDATE`;
}
