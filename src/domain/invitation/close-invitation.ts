import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { toInvitationPayload, type Invitation } from "./invitation.ts";

/** How an open invitation ends: with the member whom it made, or without. */
export type Ending = { revokedAt: Date } | { acceptedAt: Date; memberId: string };

/** Ends a locked invitation that is open, with its event; its token is worth nothing from then on. */
export async function closeInvitation(
  ctx: Recorder,
  tx: Transaction,
  invitation: Invitation,
  ending: Ending,
): Promise<void> {
  const { id, status: before } = invitation;
  await tx.invitation.update({ where: { id }, data: { ...ending, tokenHash: null } });
  const status = "revokedAt" in ending ? "revoked" : "accepted";
  await recordCommand(ctx, tx, {
    type: `invitation.${status}`,
    objectId: id,
    payload: toInvitationPayload({ ...invitation, ...ending, status }),
    changes: { status: [before, status] },
  });
}
