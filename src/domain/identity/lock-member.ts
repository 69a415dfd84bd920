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
  return (await lockMembers(ctx, tx, [memberId])).get(memberId) ?? null;
}

/** The same of several, locked in the order of their identifiers. Who is no member is missing. */
export async function lockMembers(
  ctx: DomainContext,
  tx: Transaction,
  memberIds: readonly string[],
): Promise<Map<string, Member>> {
  const { organisationId } = ctx.actor;
  const ids = memberIds.filter((id) => isId(id, "member"));
  await tx.$executeRaw`
    SELECT FROM member WHERE id = ANY (${ids}) AND organisation_id = ${organisationId} ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.member.findMany({ where: { organisationId, id: { in: ids }, deletedAt: null } });
  return new Map(rows.map((row) => [row.id, toMember(row)]));
}
