import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
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
  return readApiKey(ctx, ctx.db.prisma, apiKeyId, rule);
}

/** The same in a transaction, and nobody else changes it until that ends. @throws not_found, forbidden */
export async function lockApiKey(ctx: DomainContext, tx: Transaction, apiKeyId: string): Promise<ApiKey> {
  const { organisationId } = apiKeyScope(ctx, "manage API keys");
  if (!isId(apiKeyId, "apiKey")) throw notFound("API key");
  await tx.$executeRaw`
    SELECT FROM api_key WHERE id = ${apiKeyId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readApiKey(ctx, tx, apiKeyId, "manage API keys");
}

async function readApiKey(ctx: DomainContext, tx: Transaction, apiKeyId: string, rule: ApiKeyRule): Promise<ApiKey> {
  const where = { ...apiKeyScope(ctx, rule), id: apiKeyId };
  const row = isId(apiKeyId, "apiKey") && (await tx.apiKey.findFirst({ where, include: WITH_MODE }));
  if (!row) throw notFound("API key");
  return toApiKey(row);
}
