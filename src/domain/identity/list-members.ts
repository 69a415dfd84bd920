import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toMember, type Member } from "./member.ts";
import { memberScope } from "./member.scope.ts";

/** A page of the organisation's members, oldest first. @throws validation_failed (cursor), forbidden */
export async function listMembers(ctx: DomainContext, input: PageInput): Promise<Page<Member>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.member.findMany({
    where: { ...memberScope(ctx, "read members"), ...where },
    ...page,
  });
  return toPage(rows.map(toMember), input.limit, creationOf);
}
