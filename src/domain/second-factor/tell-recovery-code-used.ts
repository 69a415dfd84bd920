import { recordCommand, type Recorder } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import type { Transaction } from "../shared/database.ts";

/** Whoever finds the paper gets in with it, so its owner is told each time. */
export async function tellRecoveryCodeUsed(ctx: Recorder, tx: Transaction, userId: string): Promise<void> {
  const recoveryCodesLeft = await tx.recoveryCode.count({ where: { userId } });
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const payload = { user: { id: userId }, recoveryCodesLeft };
  await recordCommand(ctx, tx, { type: "user.recovery_code_used", objectId: userId, payload });
  await queueMail(ctx, tx, { kind: "recovery_code_used", address: email });
}
