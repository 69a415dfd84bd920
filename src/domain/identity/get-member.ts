import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toMember, type Member } from "./member.ts";
import { memberScope } from "./member.scope.ts";

/** @throws not_found, forbidden */
export async function getMember(ctx: DomainContext, memberId: string): Promise<Member> {
  const where = { ...memberScope(ctx, "read members"), id: memberId };
  const row = isId(memberId, "member") && (await ctx.db.prisma.member.findFirst({ where }));
  if (!row) throw notFound("member");
  return toMember(row);
}
