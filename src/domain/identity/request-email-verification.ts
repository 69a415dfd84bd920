import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";

/** Has a mail sent that proves that the caller's address is his. @throws forbidden for keys */
export async function requestEmailVerification(ctx: DomainContext): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await inOneTransaction(ctx, async (tx) => {
    const { id, email } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    await queueMail(ctx, tx, { kind: "email_verification", address: email });
    const payload = { user: { id } };
    await recordCommand(ctx, tx, { type: "user.email_verification_requested", objectId: id, payload });
  });
}
