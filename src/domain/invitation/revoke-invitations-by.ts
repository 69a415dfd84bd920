import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { Role } from "../shared/actor.ts";
import { closeInvitation } from "./close-invitation.ts";
import { OPEN, toInvitation } from "./invitation.ts";

/**
 * Takes back the invitations of a member that he could not make any more: an admin's of owners, and all of somebody who is
 * neither owner nor admin, or has left (null).
 */
export async function revokeInvitationsBy(
  ctx: DomainContext,
  tx: Transaction,
  invitedById: string,
  roleNow: Role | null,
): Promise<void> {
  if (roleNow === "owner") return;
  const revokedAt = ctx.clock.now();
  const which = roleNow === "admin" ? { role: "owner" } : {};
  const rows = await tx.invitation.findMany({ where: { invitedById, ...OPEN, ...which }, orderBy: { id: "asc" } });
  for (const row of rows) await closeInvitation(ctx, tx, toInvitation(row, revokedAt), { revokedAt });
}
