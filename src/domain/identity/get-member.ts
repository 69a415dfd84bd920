import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toMember, type Member } from "./member.ts";
import { memberScope } from "./member.scope.ts";

/** @throws not_found, forbidden */
export async function getMember(ctx: DomainContext, memberId: string): Promise<Member> {
  const member = await findMember(ctx, ctx.db.prisma, memberId);
  if (!member) throw notFound("member");
  return member;
}

/** The member, or null when there is none that the actor may see. @throws forbidden */
export async function findMember(ctx: DomainContext, tx: Transaction, memberId: string): Promise<Member | null> {
  const scope = memberScope(ctx);
  const row = isId(memberId, "member") ? await tx.member.findFirst({ where: { ...scope, id: memberId } }) : null;
  return row && toMember(row);
}
