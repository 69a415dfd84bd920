import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { apiKeyScope } from "./api-key.scope.ts";
import { toApiKey, WITH_MODE, type ApiKey } from "./api-key.ts";

/** A page of the organisation's keys, oldest first, revoked and expired ones too. @throws validation_failed (cursor), forbidden */
export async function listApiKeys(ctx: DomainContext, input: PageInput): Promise<Page<ApiKey>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.apiKey.findMany({
    where: { ...apiKeyScope(ctx, "read API keys"), ...where },
    include: WITH_MODE,
    ...page,
  });
  return toPage(rows.map(toApiKey), input.limit, creationOf);
}
