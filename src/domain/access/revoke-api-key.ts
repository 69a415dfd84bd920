import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toApiKeyPayload, type ApiKey } from "./api-key.ts";
import { forgetSecrets } from "./forget-secrets.ts";
import { getApiKey } from "./get-api-key.ts";

/**
 * Ends a key with all its secrets for ever: at once for this process, within seconds for the others. Revoking twice answers
 * the same. For owners and admins.
 * @throws not_found, forbidden
 */
export async function revokeApiKey(ctx: DomainContext, apiKeyId: string): Promise<ApiKey> {
  const apiKey = await getApiKey(ctx, apiKeyId, "manage API keys");
  const revokedAt = ctx.clock.now();
  await inOneTransaction(ctx, async (tx) => {
    const { count } = await tx.apiKey.updateMany({ where: { id: apiKeyId, revokedAt: null }, data: { revokedAt } });
    if (count === 0) return;
    await recordCommand(ctx, tx, {
      type: "api_key.revoked",
      objectId: apiKeyId,
      payload: toApiKeyPayload({ ...apiKey, revokedAt }),
      changes: { revokedAt: [null, revokedAt] },
    });
  });
  await forgetSecrets(ctx, apiKeyId);
  return getApiKey(ctx, apiKeyId, "manage API keys");
}
