import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { isId } from "../shared/ids.ts";
import { findMember } from "./get-member.ts";
import type { Member } from "./member.ts";

/**
 * The member, whom nobody else changes until the transaction ends, or null. Rows are locked in the order organisation,
 * event type, member, schedule: two commands that take them in different orders would wait for each other.
 * @throws forbidden
 */
export async function lockMember(ctx: DomainContext, tx: Transaction, memberId: string): Promise<Member | null> {
  const { organisationId } = ctx.actor;
  if (!isId(memberId, "member")) return null;
  await tx.$executeRaw`
    SELECT FROM member WHERE id = ${memberId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return findMember(ctx, tx, memberId);
}
