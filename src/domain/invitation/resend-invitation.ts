import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertOpen } from "./assert-open.ts";
import { lockInvitation } from "./get-invitation.ts";
import { invitationExpiry, toInvitationPayload, type Invitation } from "./invitation.ts";

/**
 * Mails an invitation once more, which holds for another week from now on, also where it has expired. The token of the mail
 * before works no more.
 * @throws not_found, forbidden, invitation_closed
 */
export async function resendInvitation(ctx: DomainContext, invitationId: string): Promise<Invitation> {
  assertMay(ctx.actor, "manage members");
  return inOneTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(ctx, tx, invitationId);
    if (invitation.role === "owner") assertMay(ctx.actor, "make and unmake owners");
    assertOpen(invitation);
    const expiresAt = invitationExpiry(ctx.clock.now());
    const { id, email } = invitation;
    await tx.invitation.update({ where: { id }, data: { expiresAt, tokenHash: null } });
    await queueMail(ctx, tx, { kind: "invitation", address: email, subjectId: id });
    const sent: Invitation = { ...invitation, expiresAt, status: "pending" };
    const changes = { expiresAt: [invitation.expiresAt, expiresAt] } satisfies Record<string, [unknown, unknown]>;
    await recordCommand(ctx, tx, {
      type: "invitation.resent",
      objectId: id,
      payload: toInvitationPayload(sent),
      changes,
    });
    return sent;
  });
}
