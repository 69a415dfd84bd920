import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { passkeyScope } from "./passkey.scope.ts";
import { toPasskey, type Passkey } from "./passkey.ts";

/** A page of one's own passkeys, oldest first. @throws validation_failed (cursor), forbidden */
export async function listPasskeys(ctx: DomainContext, input: PageInput): Promise<Page<Passkey>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.passkey.findMany({ where: { AND: [passkeyScope(ctx), where] }, ...page });
  return toPage(rows.map(toPasskey), input.limit, creationOf);
}
