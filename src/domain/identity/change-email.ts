import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { lockUser } from "../second-factor/lock-user.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { dropEmailChange } from "./drop-email-change.ts";

/**
 * Has a mail sent to the address that the caller wants to log in by, and tells the present one of it. Whether the new one is
 * taken is found out when its mail goes: nobody learns here who has an account. Only what was asked for last counts.
 * @throws forbidden for keys, step_up_required, validation_failed (it is his already)
 */
export async function changeEmail(ctx: DomainContext, newEmail: string): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { userId } = actor;
  const address = newEmail.toLowerCase();
  await inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    assertValid(address === email ? [{ pointer: "/email", message: "is your address already" }] : []);
    await dropEmailChange(tx, userId);
    await queueMail(ctx, tx, { kind: "email_change_notice", address: email });
    await queueMail(ctx, tx, { kind: "email_change", address, subjectId: userId });
    const payload = { user: { id: userId } };
    await recordCommand(ctx, tx, { type: "user.email_change_requested", objectId: userId, payload });
  });
}
