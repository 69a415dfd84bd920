import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { deleteIdleRecoveryCodes } from "./give-recovery-codes.ts";
import { lockUser } from "./lock-user.ts";

/** Takes the caller's authenticator app out of use; removing none does no harm. @throws forbidden for keys, step_up_required */
export async function removeTotp(ctx: DomainContext): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { userId } = actor;
  await inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    const found = await tx.totp.findUnique({ where: { userId } });
    await tx.totp.deleteMany({ where: { userId } });
    if (!found?.confirmedAt) return;
    await deleteIdleRecoveryCodes(tx, userId);
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.totp_removed", objectId: userId, payload });
    await queueMail(ctx, tx, { kind: "totp_removed", address: email });
  });
}
