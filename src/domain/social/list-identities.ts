import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { identityScope } from "./identity.scope.ts";
import { toIdentity, type Identity } from "./identity.ts";

/** A page of what one can log in by at other houses, oldest first. @throws validation_failed (cursor), forbidden for keys */
export async function listIdentities(ctx: DomainContext, input: PageInput): Promise<Page<Identity>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.identity.findMany({ where: { AND: [identityScope(ctx), where] }, ...page });
  return toPage(rows.map(toIdentity), input.limit, creationOf);
}
