import { randomInt } from "node:crypto";
import { JobFailure } from "../job/job.ts";
import { toDomainEvent } from "../outbox/domain-event.ts";
import type { WebhookMessage, WebhookSender } from "../ports/webhook-sender.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { signWebhook } from "../webhook-endpoint/sign-webhook.ts";
import { openWebhookSecrets } from "../webhook-endpoint/webhook-secret.ts";
import { endDelivery } from "./end-delivery.ts";
import { loadAttempt, type LoadedAttempt } from "./load-attempt.ts";
import { settleAttempt } from "./settle-attempt.ts";
import type { AttemptToMake } from "./webhook-delivery.ts";

export type DeliverDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & {
  sealer: Sealer;
  webhookSender: WebhookSender;
};

const USER_AGENT = "Holdfast-Webhooks/1";

/**
 * Makes one attempt, unless it was made already, and writes down what came of it. A worker that dies in between leaves it to be
 * made again: receivers know the event by its identifier.
 * @throws JobFailure where it cannot even be tried
 */
export async function deliverWebhook(deps: DeliverDeps, toMake: AttemptToMake, signal: AbortSignal): Promise<void> {
  const { db, clock, webhookSender } = deps;
  const loaded = await loadAttempt(db, toMake);
  if (!loaded || !(await isWanted(deps, toMake, loaded))) return;
  const at = clock.now();
  const outcome = await webhookSender.send(compose(deps, loaded, at), signal);
  // A clock that is set meanwhile may go back.
  const durationMs = Math.max(0, clock.now().getTime() - at.getTime());
  const chance = randomInt(1_000) / 1_000;
  const { attempt: number, requestId, traceId } = toMake;
  const { delivery } = loaded;
  await settleAttempt(deps, { delivery, number, at, durationMs, outcome, chance, requestId, traceId });
}

/** One that was given up is done again when somebody retries its dead letter. */
async function isWanted(deps: DeliverDeps, toMake: AttemptToMake, loaded: LoadedAttempt): Promise<boolean> {
  const { delivery, endpoint } = loaded;
  const isGivenUp = delivery.failedReason === "given_up";
  if (delivery.status !== "pending" && !isGivenUp) return false;
  if (endpoint.isEnabled && !endpoint.isDeleted) return !isGivenUp || (await takeUpAgain(deps, delivery.id));
  if (isGivenUp) throw new JobFailure("The endpoint is disabled or deleted.", { isFinal: true });
  // Written while somebody was about to disable it.
  await endDelivery(deps, toMake, endpoint.isDeleted ? "endpoint_deleted" : "endpoint_disabled");
  return false;
}

async function takeUpAgain({ db, clock }: DeliverDeps, id: string): Promise<boolean> {
  const { count } = await db.prisma.webhookDelivery.updateMany({
    where: { id, failedReason: "given_up" },
    data: { status: "pending", failedReason: null, endedAt: null, nextAttemptAt: clock.now() },
  });
  return count === 1;
}

function compose({ sealer }: DeliverDeps, { endpoint, event }: LoadedAttempt, at: Date): WebhookMessage {
  if (!event) throw new JobFailure("The event is no longer kept.", { isFinal: true });
  const secrets = openWebhookSecrets(sealer, endpoint, at);
  if (!secrets)
    throw new JobFailure("The endpoint's secret was sealed by another secret of the server: rotate it.", {
      isFinal: true,
    });
  const body = JSON.stringify(toDomainEvent(event));
  const signed = signWebhook({ id: event.id, at, body }, secrets);
  const headers = { "content-type": "application/json", "user-agent": USER_AGENT, ...signed };
  return { url: endpoint.url, headers, body };
}
