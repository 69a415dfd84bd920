import { randomInt } from "node:crypto";
import { toDomainEvent } from "../outbox/domain-event.ts";
import type { WebhookOutcome, WebhookSender } from "../ports/webhook-sender.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { signWebhook } from "../webhook-endpoint/sign-webhook.ts";
import { openWebhookSecrets } from "../webhook-endpoint/webhook-secret.ts";
import { settleAttempt } from "./settle-attempt.ts";

export type DeliverDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & {
  sealer: Sealer;
  webhookSender: WebhookSender;
};

const USER_AGENT = "Holdfast-Webhooks/1";

/**
 * Makes one attempt, unless it was made already, and writes down what came of it. A worker that dies in between leaves it to be
 * made again: receivers know the event by its identifier.
 */
export async function deliverWebhook(
  deps: DeliverDeps,
  { deliveryId, attempt, requestId, traceId }: AttemptToMake,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock, sealer, webhookSender } = deps;
  const delivery = await db.prisma.webhookDelivery.findUnique({
    where: { id: deliveryId, status: "pending", attempts: attempt - 1 },
    include: { endpoint: true },
  });
  if (!delivery) return;
  const { endpoint, eventId } = delivery;
  const event = await db.prisma.outboxEvent.findUniqueOrThrow({ where: { id: eventId } });
  const body = JSON.stringify(toDomainEvent(event));
  const at = clock.now();
  const signed = signWebhook({ id: eventId, at, body }, openWebhookSecrets(sealer, endpoint, at));
  const headers = { "content-type": "application/json", "user-agent": USER_AGENT, ...signed };
  const outcome: WebhookOutcome = await webhookSender.send({ url: endpoint.url, headers, body }, signal);
  // A clock that is set meanwhile may go back.
  const durationMs = Math.max(0, clock.now().getTime() - at.getTime());
  const chance = randomInt(1_000) / 1_000;
  await settleAttempt(deps, { delivery, number: attempt, at, durationMs, outcome, chance, requestId, traceId });
}

export interface AttemptToMake {
  deliveryId: string;
  /** From 1. */
  attempt: number;
  requestId: string;
  traceId?: string | undefined;
}
