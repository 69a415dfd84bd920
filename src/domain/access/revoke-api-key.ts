import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toApiKeyPayload, type ApiKey } from "./api-key.ts";
import { forgetKey } from "./authenticate-key.ts";
import { getApiKey } from "./get-api-key.ts";

/**
 * Ends a key for ever: at once for this process, within seconds for the others. Revoking twice answers the same.
 * For owners and admins.
 * @throws not_found, forbidden
 */
export async function revokeApiKey(ctx: DomainContext, apiKeyId: string): Promise<ApiKey> {
  const apiKey = await getApiKey(ctx, apiKeyId, "manage API keys");
  const revokedAt = ctx.clock.now();
  const hash = await inOneTransaction(ctx, async (tx) => {
    const [row] = await tx.apiKey.updateManyAndReturn({
      where: { id: apiKeyId, revokedAt: null },
      data: { revokedAt },
    });
    if (!row) return null;
    await recordCommand(ctx, tx, {
      type: "api_key.revoked",
      objectId: apiKeyId,
      payload: toApiKeyPayload({ ...apiKey, revokedAt }),
      changes: { revokedAt: [null, revokedAt] },
    });
    return row.hash;
  });
  if (hash !== null) forgetKey(ctx.db, hash);
  return getApiKey(ctx, apiKeyId, "manage API keys");
}
