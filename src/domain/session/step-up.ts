import { assertMay } from "../access/may.ts";
import { recordAudit, recordCommand } from "../audit/record-command.ts";
import { verifyPassword } from "../identity/password.ts";
import { countGuess, forgiveGuess } from "../second-factor/count-guess.ts";
import { findFactors } from "../second-factor/find-factors.ts";
import { readFactor, takeFactor, type FactorInput } from "../second-factor/take-factor.ts";
import { tellRecoveryCodeUsed } from "../second-factor/tell-recovery-code-used.ts";
import type { SessionActor } from "../shared/actor.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { assertNotAnswered, inOneTransaction } from "../shared/idempotency.ts";
import { assertUnchanged } from "./insert-session.ts";
import type { ProofContext } from "./logged-in.ts";
import { toSession, toSessionPayload, type Session } from "./session.ts";

/** One of these. */
export interface StepUpInput extends FactorInput {
  password?: string;
}

/**
 * Notes that the person has proven once more who he is: by a second factor, or by his password where he has none.
 * @throws forbidden for keys, validation_failed (it is wrong, or not enough), rate_limited, overloaded
 */
export async function stepUp(ctx: ProofContext, shown: StepUpInput): Promise<Session> {
  const { actor } = ctx;
  assertMay(actor, "manage one's sessions");
  await countGuess(ctx, actor.userId);
  const { password } = shown;
  try {
    const session = await (password === undefined ? byFactor(ctx, actor, shown) : byPassword(ctx, actor, password));
    await forgiveGuess(ctx, actor.userId);
    return session;
  } catch (error) {
    if (error instanceof DomainError && error.code === "validation_failed")
      await recordAudit(ctx, ctx.db.prisma, {
        type: "step_up.refused",
        objectId: actor.userId,
        outcome: "refused",
      });
    throw error;
  }
}

async function byFactor(ctx: ProofContext, actor: SessionActor, input: FactorInput): Promise<Session> {
  // The challenge of a passkey was used up by the call that this one repeats.
  await assertNotAnswered(ctx);
  const shown = await readFactor(ctx, input);
  return inOneTransaction(ctx, async (tx) => {
    const isRight = await takeFactor(ctx, tx, actor.userId, shown);
    const [name] = Object.keys(input);
    assertValid(isRight ? [] : [{ pointer: `/${name}`, message: "is wrong, or was used before" }]);
    if (shown.recoveryCode !== undefined) await tellRecoveryCodeUsed(ctx, tx, actor.userId);
    return noteProof(ctx, tx, actor);
  });
}

/** Without an idempotency key: with it a hash of the password would be kept that could be tried at speed. */
async function byPassword(ctx: ProofContext, actor: SessionActor, password: string): Promise<Session> {
  const { userId } = actor;
  const { passwordHash } = await ctx.db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  const isRight = await verifyPassword(ctx, password, passwordHash);
  assertValid(isRight ? [] : [{ pointer: "/password", message: "is not the present password" }]);
  return ctx.db.transaction(async (tx) => {
    await assertUnchanged(tx, { userId, passwordHash });
    const hasFactor = (await findFactors(tx, userId)).length > 0;
    assertValid(hasFactor ? [{ pointer: "/password", message: "is not enough: a second factor is asked for" }] : []);
    return noteProof(ctx, tx, actor);
  });
}

async function noteProof(ctx: ProofContext, tx: Transaction, { credentialId }: SessionActor): Promise<Session> {
  const data = { authenticatedAt: ctx.clock.now() };
  const session = toSession(await tx.deviceSession.update({ where: { id: credentialId }, data }));
  const payload = toSessionPayload(session);
  await recordCommand(ctx, tx, { type: "session.stepped_up", objectId: credentialId, payload });
  return session;
}
