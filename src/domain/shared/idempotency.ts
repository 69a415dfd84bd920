import type { IdempotencyKey } from "../../generated/prisma/client.ts";
import type { DomainContext } from "./context.ts";
import type { Transaction } from "./database.ts";
import { isLockTimeout, keyInProgress } from "./database-failure.ts";
import { DomainError } from "./errors.ts";

/** The answer to a command as its caller reads it. Opaque to the domain: kept and given back letter for letter. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * A call that may be repeated safely. Its scope is credential + operation + key; `requestHash` (SHA-256 of the canonical
 * request, hex) tells a repeated call from another one under the same key.
 */
export interface IdempotentCall {
  credentialId: string;
  operation: string;
  key: string;
  requestHash: string;
  /** What to keep of a command's result. Secrets are left out here. */
  toAnswer(result: unknown): KeptAnswer;
}

/** Thrown by a command that was carried out before: the edge sends the kept answer. */
export class AnsweredBefore extends Error {
  readonly answer: KeptAnswer;

  constructor(answer: KeptAnswer) {
    super("This command was answered before.");
    this.answer = answer;
  }
}

/** What a command's SQL function gives back. */
export type CommandOutcome =
  { outcome: "done" | "stale" | "conflict" | "limit" | "mismatched" } | { outcome: "replayed"; answer: KeptAnswer };

/** The `p_once` argument of a command's SQL function: the key with the answer to keep. */
export function onceRow(ctx: DomainContext, result: unknown): object | null {
  return ctx.once ? keyRow(ctx, ctx.once, ctx.once.toAnswer(result)) : null;
}

/**
 * Passes on what the caller has to act upon.
 * @throws AnsweredBefore, idempotency_key_reused
 */
export function assertFresh(outcome: CommandOutcome): "done" | "stale" | "conflict" | "limit" {
  if (outcome.outcome === "replayed") throw new AnsweredBefore(outcome.answer);
  if (outcome.outcome === "mismatched") throw keyReused();
  return outcome.outcome;
}

/** Keeps the answer of a command that had nothing to change, or that was refused by state. Does nothing without a key. */
export async function keepAnswer(ctx: DomainContext, answer: KeptAnswer): Promise<void> {
  if (!ctx.once) return;
  const outcome = await ctx.db.call<CommandOutcome | null>("keep_answer", [keyRow(ctx, ctx.once, answer)]);
  if (outcome) assertFresh(outcome);
}

/**
 * Runs a command of ordinary Prisma statements in one transaction with its idempotency key.
 * @throws AnsweredBefore, idempotency_key_reused, and whatever `work` throws: then nothing has happened
 */
export async function inOneTransaction<Result>(
  ctx: DomainContext,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return ctx.db.transaction(async (tx) => {
    const { once } = ctx;
    if (!once) return work(tx);

    await takeKey(ctx, tx, once);
    const result = await work(tx);
    const { credentialId, operation, key } = once;
    await tx.idempotencyKey.update({
      where: { credentialId_operation_key: { credentialId, operation, key } },
      data: once.toAnswer(result),
    });
    return result;
  });
}

async function takeKey(ctx: DomainContext, tx: Transaction, once: IdempotentCall): Promise<void> {
  const { credentialId, operation, key, requestHash } = once;
  const unanswered = { status: 0, headers: {}, body: "", createdAt: ctx.clock.now() };
  const data = [{ credentialId, operation, key, requestHash, ...unanswered }];
  const taken = tx.idempotencyKey.createMany({ data, skipDuplicates: true }).catch((error: unknown) => {
    throw isLockTimeout(error) ? keyInProgress(error) : error;
  });
  if ((await taken).count === 1) return;

  const kept = await tx.idempotencyKey.findUniqueOrThrow({
    where: { credentialId_operation_key: { credentialId, operation, key } },
  });
  throw answeredBefore(kept, requestHash);
}

function answeredBefore(kept: IdempotencyKey, requestHash: string): AnsweredBefore | DomainError {
  const { status, body } = kept;
  return kept.requestHash === requestHash
    ? new AnsweredBefore({ status, headers: kept.headers as Record<string, string>, body })
    : keyReused();
}

function keyRow(ctx: DomainContext, once: IdempotentCall, answer: KeptAnswer): object {
  return {
    credential_id: once.credentialId,
    operation: once.operation,
    key: once.key,
    request_hash: once.requestHash,
    ...answer,
    created_at: ctx.clock.now(),
  };
}

function keyReused(): DomainError {
  return new DomainError("idempotency_key_reused", {
    detail: "This idempotency key was used before for a request with other content.",
  });
}

/**
 * For a command that was refused before it reached its key: a repeated call gets the answer of the first one, whatever
 * has changed since.
 * @throws AnsweredBefore, idempotency_key_reused
 */
export async function assertNotAnswered(ctx: DomainContext): Promise<void> {
  if (!ctx.once) return;
  const { credentialId, operation, key, requestHash } = ctx.once;
  const kept = await ctx.db.prisma.idempotencyKey.findUnique({
    where: { credentialId_operation_key: { credentialId, operation, key } },
  });
  if (kept) throw answeredBefore(kept, requestHash);
}
