import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { apiKeyScope } from "./api-key.scope.ts";
import { toApiKey, WITH_MODE, type ApiKey } from "./api-key.ts";

type ApiKeyRule = "read API keys" | "manage API keys";

/** A key, revoked and expired ones too. @throws not_found, forbidden */
export async function getApiKey(
  ctx: DomainContext,
  apiKeyId: string,
  rule: ApiKeyRule = "read API keys",
): Promise<ApiKey> {
  const where = { ...apiKeyScope(ctx, rule), id: apiKeyId };
  const row = isId(apiKeyId, "apiKey") && (await ctx.db.prisma.apiKey.findFirst({ where, include: WITH_MODE }));
  if (!row) throw notFound("API key");
  return toApiKey(row);
}
