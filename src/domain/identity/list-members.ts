import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toMember, type Member } from "./member.ts";
import { memberScope } from "./member.scope.ts";

export interface ListMembersInput extends PageInput {
  /** Those who have left instead of the others. */
  deleted?: boolean;
}

/** A page of the organisation's members, oldest first. @throws validation_failed (cursor), forbidden */
export async function listMembers(ctx: DomainContext, input: ListMembersInput): Promise<Page<Member>> {
  const { deleted = false } = input;
  const { where, ...page } = pageQuery(input);
  const wanted = { deletedAt: deleted ? { not: null } : null };
  const rows = await ctx.db.prisma.member.findMany({
    where: { AND: [memberScope(ctx, "read members"), wanted, where] },
    ...page,
  });
  return toPage(rows.map(toMember), input.limit, creationOf);
}
