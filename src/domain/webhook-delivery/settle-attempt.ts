import { enqueue } from "../job/enqueue.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import type { WebhookOutcome } from "../ports/webhook-sender.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DAY_MS } from "../shared/local-date.ts";
import { changeWebhookEndpoint } from "../webhook-endpoint/change-webhook-endpoint.ts";
import { toWebhookEndpoint, type DisabledReason } from "../webhook-endpoint/webhook-endpoint.ts";
import type { LoadedAttempt } from "./load-attempt.ts";
import { sendNext } from "./send-next.ts";
import { nextAttemptAt, readRetryAfter } from "./webhook-delivery.ts";

type Deps = Pick<DomainContext, "db" | "clock" | "ids">;

/** An endpoint that took nothing for so long is disabled. */
const MOST_FAILING_MS = 5 * DAY_MS;

const GONE = 410;

export interface MadeAttempt {
  delivery: LoadedAttempt["delivery"];
  number: number;
  at: Date;
  durationMs: number;
  outcome: WebhookOutcome;
  /** From 0 to 1. */
  chance: number;
  requestId: string;
  traceId?: string | undefined;
}

/** Writes down what came of an attempt, and what follows from it. */
export async function settleAttempt(deps: Deps, made: MadeAttempt): Promise<void> {
  const { delivery, outcome } = made;
  const isTaken = outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300;
  await deps.db.transaction(async (tx) => {
    // The endpoint first, as whoever disables it does.
    const endpoint = await lockEndpoint(tx, delivery.endpointId, isTaken);
    const nextAt = isTaken || isGone(outcome) ? null : whenNext(made);
    if (!(await writeAttempt(deps, tx, made, isTaken, nextAt))) return;
    await followUp(deps, tx, made, nextAt);
    if (endpoint) await judgeEndpoint(deps, tx, made, isTaken);
  });
}

function isGone(outcome: WebhookOutcome): boolean {
  return outcome.kind === "answered" && outcome.status === GONE;
}

function whenNext({ number: attempts, at, durationMs, outcome, chance }: MadeAttempt): Date | null {
  const ended = new Date(at.getTime() + durationMs);
  const retryAfter = outcome.kind === "answered" ? readRetryAfter(outcome.retryAfter, ended) : null;
  return nextAttemptAt({ attempts, at: ended, retryAfter, chance });
}

/** Where all is well nobody waits for the endpoint's row. @returns whether there is anything to judge */
async function lockEndpoint(tx: Transaction, id: string, isTaken: boolean): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_endpoint
    WHERE id = ${id} AND deleted_at IS NULL AND status = 'enabled' AND (failing_since IS NOT NULL OR NOT ${isTaken})
    FOR NO KEY UPDATE`;
  return locked.length > 0;
}

/** @returns false when somebody else has written this attempt, or it was given up meanwhile */
async function writeAttempt(
  { clock }: Deps,
  tx: Transaction,
  { delivery, number, at, durationMs, outcome }: MadeAttempt,
  isTaken: boolean,
  nextAt: Date | null,
): Promise<boolean> {
  const status = isTaken ? "delivered" : nextAt ? "pending" : "failed";
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id: delivery.id, status: "pending", attempts: number - 1 },
    data: {
      ...{ attempts: number, status, nextAttemptAt: nextAt, endedAt: nextAt ? null : clock.now() },
      failedReason: status === "failed" ? "not_taken" : null,
    },
  });
  if (count === 0) return false;
  const came =
    outcome.kind === "answered"
      ? { status: outcome.status, answer: storable(outcome.body) }
      : { failure: outcome.failure };
  await tx.webhookAttempt.create({ data: { deliveryId: delivery.id, number, at, durationMs, ...came } });
  return true;
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}

/** The next attempt, and the first one of what comes after it of the same object. */
async function followUp(deps: Deps, tx: Transaction, made: MadeAttempt, nextAt: Date | null): Promise<void> {
  const { delivery, number, requestId, traceId } = made;
  const { id, endpointId: lane, organisationId } = delivery;
  if (nextAt) {
    const data = { deliveryId: id, attempt: number + 1 };
    const origin = { organisationId, subjectId: id, requestId, traceId };
    await enqueue(deps, tx, [{ kind: "deliver-webhook", data, lane, ...origin, dueAt: nextAt }]);
  }
  if (number === 1) await sendNext(deps, tx, { ...delivery, requestId, traceId });
}

/** Since when a locked endpoint fails, and whether that is enough. */
async function judgeEndpoint(deps: Deps, tx: Transaction, made: MadeAttempt, isTaken: boolean): Promise<void> {
  const id = made.delivery.endpointId;
  const row = await tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
  const now = deps.clock.now();
  const failingSince = isTaken ? null : (row.failingSince ?? made.at);
  await tx.webhookEndpoint.update({ where: { id }, data: { failingSince } });
  const isOver = failingSince !== null && now.getTime() - failingSince.getTime() >= MOST_FAILING_MS;
  if (isGone(made.outcome)) await disable(deps, tx, made, "gone");
  else if (isOver) await disable(deps, tx, made, "failing");
}

/** Tells the owners, who may not look into the delivery log for weeks. */
async function disable(
  { clock, ids }: Deps,
  tx: Transaction,
  { delivery, requestId, traceId }: MadeAttempt,
  disabledReason: DisabledReason,
): Promise<void> {
  const { endpointId: id, organisationId } = delivery;
  const request = { requestId, address: null, userAgent: null, ...(traceId !== undefined && { traceId }) };
  const ctx = { clock, ids, actor: toHouse(organisationId), request };
  const disabledAt = clock.now();
  const endpoint = toWebhookEndpoint(await tx.webhookEndpoint.findUniqueOrThrow({ where: { id } }), disabledAt);
  const changes = { status: "disabled" as const, disabledReason, disabledAt };
  await changeWebhookEndpoint(ctx, tx, "webhook_endpoint.disabled", endpoint, changes);
  const owners = await tx.member.findMany({ where: { organisationId, role: "owner", deletedAt: null } });
  for (const { email } of owners)
    await queueMail(ctx, tx, { kind: "webhook_endpoint_disabled", address: email, subjectId: id });
}
