import { forgetSession } from "../access/authenticate-access-token.ts";
import { dropEmailChange } from "../identity/drop-email-change.ts";
import { ownerOfToken, takeOneTimeToken } from "../identity/one-time-token.ts";
import { passwordErrors } from "../identity/password-errors.ts";
import { hashPassword, type PasswordPorts } from "../identity/password.ts";
import { recordOfUser, type Anonymous } from "../identity/record-of-user.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { asTokenOwner } from "./as-token-owner.ts";
import { endSessionsOf } from "./end-sessions-of.ts";

export interface ResetPasswordInput {
  token: string;
  password: string;
}

/**
 * Sets the password of whoever has the token of the mail, and ends all his sessions: somebody else may have known the old
 * one. The token proves his address besides, which is told.
 * @throws invalid_one_time_token, validation_failed (the password), overloaded
 */
export async function resetPassword(
  ctx: Anonymous & Pick<DomainContext, "db"> & PasswordPorts,
  { token, password }: ResetPasswordInput,
): Promise<{ email: string }> {
  const { email, name } = await ownerOfToken(ctx, token, "password_reset");
  assertValid(passwordErrors(password, { email, names: [name] }));
  const passwordHash = await hashPassword(ctx, password);
  const ended = await ctx.db.transaction(async (tx) => {
    const { user } = await takeOneTimeToken(ctx, tx, token, "password_reset");
    const userId = user.id;
    const now = ctx.clock.now();
    // Before the sessions are looked for: a log-in by the old password holds this row until its session can be seen.
    await tx.user.update({ where: { id: userId }, data: { passwordHash, emailVerifiedAt: now, updatedAt: now } });
    await dropEmailChange(tx, userId);
    await recordOfUser(ctx, tx, userId, "user.password_reset");
    return endSessionsOf(asTokenOwner(ctx), tx, userId, "password_changed");
  });
  for (const id of ended) forgetSession(ctx.db, id);
  return { email };
}
