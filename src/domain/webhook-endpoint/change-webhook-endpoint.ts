import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { AUDITED_FIELDS, toWebhookEndpointPayload, type WebhookEndpoint } from "./webhook-endpoint.ts";

/** By whom, and whether it is there afterwards. */
type ChangeEvent = "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted";

type Changes = Partial<
  Pick<
    WebhookEndpoint,
    "url" | "description" | "eventTypes" | "status" | "disabledReason" | "disabledAt" | "failingSince" | "deletedAt"
  >
>;

/**
 * Writes the changes of a locked endpoint with their event and audit line; none when nothing differs. What was on its way to
 * one that is told of nothing any more has failed.
 */
export async function changeWebhookEndpoint(
  ctx: Recorder,
  tx: Transaction,
  type: ChangeEvent,
  endpoint: WebhookEndpoint,
  changes: Changes,
): Promise<WebhookEndpoint> {
  if (isDeepStrictEqual({ ...endpoint, ...changes }, endpoint)) return endpoint;
  const { id } = endpoint;
  const updatedAt = ctx.clock.now();
  const data = { ...changes, version: endpoint.version + 1, updatedAt };
  const changed = { ...endpoint, ...data };
  await tx.webhookEndpoint.update({ where: { id }, data });
  if (changed.status === "disabled" || changed.deletedAt)
    await tx.webhookDelivery.updateMany({
      where: { endpointId: id, status: "pending" },
      data: {
        ...{ status: "failed", nextAttemptAt: null, endedAt: updatedAt },
        failedReason: changed.deletedAt ? "endpoint_deleted" : "endpoint_disabled",
      },
    });
  const audited = changesBetween(endpoint, changed, AUDITED_FIELDS);
  await recordCommand(ctx, tx, { type, objectId: id, payload: toWebhookEndpointPayload(changed), changes: audited });
  return changed;
}
