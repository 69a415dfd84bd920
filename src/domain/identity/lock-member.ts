import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { isId } from "../shared/ids.ts";
import { toMember, type Member } from "./member.ts";

/**
 * The member of the organisation, whom nobody else changes until the transaction ends; null when there is none, or he has
 * left. What the actor may do with him is the command's to say. Rows are locked in the order organisation, event type,
 * member, schedule: two commands that take them in different orders would wait for each other.
 */
export async function lockMember(ctx: DomainContext, tx: Transaction, memberId: string): Promise<Member | null> {
  const { organisationId } = ctx.actor;
  if (!isId(memberId, "member")) return null;
  await tx.$executeRaw`
    SELECT FROM member WHERE id = ${memberId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  const row = await tx.member.findFirst({ where: { organisationId, id: memberId, deletedAt: null } });
  return row && toMember(row);
}
