import type { ReceivedEvent as ReceivedEventRow } from "../../generated/prisma/client.ts";
import { recordCommand } from "../audit/record-command.ts";
import { JobFailure } from "../job/job.ts";
import type { ReceivedFact, Receivers } from "../ports/receiver.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { applyFact } from "./apply-fact.ts";
import { toReceivedEventPayload, type IgnoredReason } from "./received-event.ts";

export type ProcessingDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & { receivers: Receivers };

/**
 * Has an event take effect, once, however often it is asked. What is told of an organisation's own connection is told on to
 * it as `received_event.processed`.
 * @throws JobFailure for good when it does not say what it should
 */
export async function processReceivedEvent(deps: ProcessingDeps, receivedEventId: string): Promise<void> {
  try {
    await deps.db.transaction(async (tx) => {
      const event = await lockEvent(tx, receivedEventId);
      if (!event || isOver(event)) return;
      const ignored = await takeEffect(deps, tx, event);
      const outcome = { status: ignored ? "ignored" : "processed", reason: ignored, processedAt: deps.clock.now() };
      await tx.receivedEvent.update({
        where: { id: event.id },
        data: { ...outcome, attempts: { increment: 1 } },
      });
    });
  } catch (error) {
    await noteFailure(deps, receivedEventId, error);
    throw error;
  }
}

/** Null: it was deleted as too old. */
async function lockEvent(tx: Transaction, id: string): Promise<ReceivedEventRow | null> {
  await tx.$executeRaw`SELECT FROM received_event WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.receivedEvent.findUnique({ where: { id } });
}

function isOver({ status }: ReceivedEventRow): boolean {
  return status === "processed" || status === "ignored";
}

/** Null when it had one. */
async function takeEffect(
  deps: ProcessingDeps,
  tx: Transaction,
  event: ReceivedEventRow,
): Promise<IgnoredReason | null> {
  const facts = factsOf(deps.receivers, event);
  if (await isLate(tx, event)) return "late";
  let isOfUse = false;
  for (const fact of facts) isOfUse = (await applyFact(deps, tx, event, fact)) || isOfUse;
  if (event.organisationId !== null) await tellOn(deps, tx, event as ReceivedEventRow & Told);
  return isOfUse || event.organisationId !== null ? null : "nothing_to_do";
}

/** @throws JobFailure */
function factsOf(receivers: Receivers, { provider, body }: ReceivedEventRow): ReceivedFact[] {
  const receiver = receivers.get(provider);
  if (!receiver) throw new JobFailure("Nothing here knows the provider.", { isFinal: true });
  const facts = receiver.factsOf({ body });
  if (!facts) throw new JobFailure("The event does not say what it should.", { isFinal: true });
  return facts;
}

/** Whether something that happened later was processed already. Of what has one order key, one is looked at at a time. */
async function isLate(tx: Transaction, event: ReceivedEventRow): Promise<boolean> {
  const { provider, connectionId, orderKey, occurredAt, createdAt } = event;
  if (orderKey === null) return false;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${provider} ${connectionId} ${orderKey}`}, 0))`;
  const [{ isLate }] = await tx.$queryRaw<[{ isLate: boolean }]>`
    SELECT EXISTS (
      SELECT FROM received_event
      WHERE provider = ${provider} AND order_key = ${orderKey} AND status = 'processed'
        AND connection_id IS NOT DISTINCT FROM ${connectionId}
        AND coalesce(occurred_at, created_at) > ${occurredAt ?? createdAt}) AS "isLate"`;
  return isLate;
}

interface Told {
  organisationId: string;
  connectionId: string;
  status: "received";
}

async function tellOn(deps: ProcessingDeps, tx: Transaction, event: ReceivedEventRow & Told): Promise<void> {
  const { id, organisationId, requestId } = event;
  const request = { requestId, address: null, userAgent: null };
  const payload = toReceivedEventPayload(event);
  const ctx = { ...deps, actor: toHouse(organisationId), request };
  await recordCommand(ctx, tx, { type: "received_event.processed", objectId: id, payload });
}

/** For who reads of it; the job has its own count. */
async function noteFailure({ db }: ProcessingDeps, id: string, error: unknown): Promise<void> {
  const reason = error instanceof JobFailure ? error.message : "It failed in a way that was not expected.";
  await db.prisma.receivedEvent.updateMany({
    where: { id, status: { in: ["received", "failed"] } },
    data: { status: "failed", reason, attempts: { increment: 1 } },
  });
}
