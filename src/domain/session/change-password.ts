import { forgetSession } from "../access/authenticate-access-token.ts";
import { recordCommand } from "../audit/record-command.ts";
import { dropEmailChange } from "../identity/drop-email-change.ts";
import { passwordErrors } from "../identity/password-errors.ts";
import { hashPassword, verifyPassword } from "../identity/password.ts";
import { assertMay } from "../access/may.ts";
import { countGuess, forgiveGuess } from "../second-factor/count-guess.ts";
import { assertValid } from "../shared/errors.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import type { ProofContext } from "./logged-in.ts";

export interface ChangePasswordInput {
  currentPassword: string;
  newPassword: string;
}

/**
 * Sets another password for the caller, and ends all his other sessions.
 * @throws forbidden for keys, validation_failed (the present password is another one, the new one is weak), rate_limited,
 * overloaded
 */
export async function changePassword(ctx: ProofContext, input: ChangePasswordInput): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  const { userId, credentialId } = actor;
  const user = await ctx.db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  assertValid(passwordErrors(input.newPassword, { email: user.email, names: [user.name] }, "/newPassword"));
  await countGuess(ctx, userId);
  assertRight(await verifyPassword(ctx, input.currentPassword, user.passwordHash));
  await forgiveGuess(ctx, userId);
  const passwordHash = await hashPassword(ctx, input.newPassword);
  const ended = await ctx.db.transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash, updatedAt: ctx.clock.now() },
    });
    assertRight(count === 1);
    await tx.oneTimeToken.deleteMany({ where: { userId, purpose: "password_reset" } });
    await dropEmailChange(tx, userId);
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.password_changed", objectId: userId, payload });
    return endSessionsOf(ctx, tx, userId, "password_changed", credentialId);
  });
  for (const id of ended) forgetSession(ctx.db, id);
}

function assertRight(isRight: boolean): void {
  assertValid(isRight ? [] : [{ pointer: "/currentPassword", message: "is not the present password" }]);
}
