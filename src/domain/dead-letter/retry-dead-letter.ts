import { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toDeadLetterPayload, type DeadLetter } from "./dead-letter.ts";
import { lockDeadLetter } from "./get-dead-letter.ts";

/**
 * Has the work done again from now on, with all its attempts before it.
 * @returns the dead letter that it was
 * @throws not_found, forbidden, already_due
 */
export async function retryDeadLetter(ctx: DomainContext, deadLetterId: string): Promise<DeadLetter> {
  assertMay(ctx.actor, "manage dead letters");
  return inOneTransaction(ctx, async (tx) => {
    const letter = await lockDeadLetter(ctx, tx, deadLetterId);
    const { id, attempts } = letter;
    const alive = { diedAt: null, lastError: null, attempts: 0, dueAt: ctx.clock.now() };
    await tx.job.update({ where: { id }, data: alive }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? alreadyDue(error) : error;
    });
    const payload = toDeadLetterPayload(letter);
    const changes = { attempts: [attempts, 0] } satisfies Record<string, [unknown, unknown]>;
    await recordCommand(ctx, tx, { type: "dead_letter.retried", objectId: id, payload, changes });
    return letter;
  });
}

/** There is one live job of each key, and a newer one has it. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

function alreadyDue(cause: unknown): DomainError {
  return new DomainError("already_due", { detail: "Other work has taken its place and is due already.", cause });
}
