import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { invitationScope } from "./invitation.scope.ts";
import { toInvitation, type Invitation } from "./invitation.ts";

/** @throws not_found, forbidden */
export function getInvitation(ctx: DomainContext, invitationId: string): Promise<Invitation> {
  return findInvitation(ctx, ctx.db.prisma, "read invitations", invitationId);
}

/** The invitation, which nobody else changes until the transaction ends. @throws not_found, forbidden */
export async function lockInvitation(ctx: DomainContext, tx: Transaction, invitationId: string): Promise<Invitation> {
  await tx.$executeRaw`
    SELECT FROM invitation WHERE id = ${invitationId} AND organisation_id = ${ctx.actor.organisationId} FOR NO KEY UPDATE`;
  return findInvitation(ctx, tx, "manage members", invitationId);
}

async function findInvitation(ctx: DomainContext, tx: Transaction, rule: RuleName, id: string): Promise<Invitation> {
  const where = { ...invitationScope(ctx, rule), id };
  const row = isId(id, "invitation") && (await tx.invitation.findFirst({ where }));
  if (!row) throw notFound("invitation");
  return toInvitation(row, ctx.clock.now());
}
