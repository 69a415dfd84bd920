import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertOpen } from "./assert-open.ts";
import { closeInvitation } from "./close-invitation.ts";
import { lockInvitation } from "./get-invitation.ts";
import type { Invitation } from "./invitation.ts";

/** Takes an invitation back. Revoking twice answers the same. @throws not_found, forbidden, invitation_closed (accepted) */
export async function revokeInvitation(ctx: DomainContext, invitationId: string): Promise<Invitation> {
  assertMay(ctx.actor, "manage members");
  return inOneTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(ctx, tx, invitationId);
    if (invitation.status === "revoked") return invitation;
    assertOpen(invitation);
    const revokedAt = ctx.clock.now();
    await closeInvitation(ctx, tx, invitation, { revokedAt });
    return { ...invitation, revokedAt, status: "revoked" };
  });
}
