import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { invitationScope } from "./invitation.scope.ts";
import { toInvitation, type Invitation } from "./invitation.ts";

/** @throws not_found, forbidden */
export async function getInvitation(
  ctx: DomainContext,
  invitationId: string,
  tx: Transaction = ctx.db.prisma,
): Promise<Invitation> {
  const where = { ...invitationScope(ctx), id: invitationId };
  const row = isId(invitationId, "invitation") && (await tx.invitation.findFirst({ where }));
  if (!row) throw notFound("invitation");
  return toInvitation(row, ctx.clock.now());
}

/** The invitation, which nobody else changes until the transaction ends. @throws not_found, forbidden */
export async function lockInvitation(ctx: DomainContext, tx: Transaction, invitationId: string): Promise<Invitation> {
  await tx.$executeRaw`
    SELECT FROM invitation WHERE id = ${invitationId} AND organisation_id = ${ctx.actor.organisationId} FOR NO KEY UPDATE`;
  return getInvitation(ctx, invitationId, tx);
}
