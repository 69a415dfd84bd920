import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import type { ProofContext } from "../session/logged-in.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { giveFirstRecoveryCodes } from "./give-recovery-codes.ts";
import { lockUser } from "./lock-user.ts";
import { openTotpSecret } from "./sealed-secret.ts";
import { stepOf } from "./totp-code.ts";

/**
 * Puts the authenticator app that was begun into use. @returns the recovery codes of who had none, to be shown once
 * @throws forbidden for keys, totp_not_begun, validation_failed (the code is wrong)
 */
export async function confirmTotp(ctx: ProofContext, code: string): Promise<string[] | null> {
  const { actor, sealer, clock } = ctx;
  assertMay(actor, "manage one's account");
  const { userId } = actor;
  return inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    const begun = await tx.totp.findFirst({ where: { userId, confirmedAt: null } });
    const secret = begun && openTotpSecret(sealer, userId, begun.secret);
    if (!secret) throw notBegun();
    const now = clock.now();
    const step = stepOf(code, secret, now);
    assertValid(step === null ? [{ pointer: "/code", message: "is not the code that the app shows" }] : []);
    // The code that confirms is not one to log in by.
    await tx.totp.update({ where: { userId }, data: { confirmedAt: now, lastStep: step } });
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.totp_added", objectId: userId, payload });
    await queueMail(ctx, tx, { kind: "totp_added", address: email });
    return giveFirstRecoveryCodes(ctx, tx, userId);
  });
}

function notBegun(): DomainError {
  return new DomainError("totp_not_begun", { detail: "No authenticator app waits to be confirmed." });
}
