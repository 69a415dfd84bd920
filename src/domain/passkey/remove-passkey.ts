import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertNotLastLogInMethod } from "../second-factor/assert-not-last-log-in-method.ts";
import { deleteIdleRecoveryCodes } from "../second-factor/give-recovery-codes.ts";
import { lockUser } from "../second-factor/lock-user.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { getPasskey } from "./get-passkey.ts";
import { toPasskeyPayload } from "./passkey.ts";

/**
 * Takes one of one's own passkeys out of use. The last means to log in stays.
 * @throws not_found, forbidden for keys, step_up_required, last_log_in_method
 */
export async function removePasskey(ctx: DomainContext, passkeyId: string): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  await inOneTransaction(ctx, async (tx) => {
    const { id: userId, email } = await lockUser(tx, actor.userId);
    const passkey = await getPasskey(ctx, tx, passkeyId);
    await assertNotLastLogInMethod(tx, userId);
    await tx.passkey.delete({ where: { id: passkeyId } });
    await deleteIdleRecoveryCodes(tx, userId);
    await recordCommand(ctx, tx, {
      type: "user.passkey_removed",
      objectId: passkeyId,
      payload: toPasskeyPayload(passkey),
    });
    await queueMail(ctx, tx, { kind: "passkey_removed", address: email });
  });
}
