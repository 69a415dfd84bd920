import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { ProofContext } from "../session/logged-in.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { lockUser } from "./lock-user.ts";
import { sealTotpSecret } from "./sealed-secret.ts";
import { newTotpSecret, otpauthUri } from "./totp-code.ts";

/** What is shown once, to be put into an authenticator app. */
export interface TotpSecret {
  /** Base 32. */
  secret: string;
  otpauthUri: string;
}

/**
 * Makes a secret for an authenticator app. It counts for nothing until a code has confirmed it.
 * @throws forbidden for keys, step_up_required, totp_already_set_up
 */
export async function beginTotp(ctx: ProofContext): Promise<TotpSecret> {
  const { actor, sealer, relyingParty } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { userId } = actor;
  const secret = newTotpSecret();
  return inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    const found = await tx.totp.findUnique({ where: { userId } });
    if (found?.confirmedAt) throw alreadySetUp();
    const row = { secret: sealTotpSecret(sealer, userId, secret), createdAt: ctx.clock.now() };
    await tx.totp.upsert({ where: { userId }, create: { userId, ...row }, update: row });
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.totp_begun", objectId: userId, payload });
    return { secret, otpauthUri: otpauthUri(secret, relyingParty.name, email) };
  });
}

function alreadySetUp(): DomainError {
  return new DomainError("totp_already_set_up", { detail: "There is an authenticator app already. Remove it first." });
}
