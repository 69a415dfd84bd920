import { recordCommand } from "../audit/record-command.ts";
import { isStaff, type Actor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { hashOf, isOver, newSecret, startOf, toApiKeyPayload, type ApiKey } from "./api-key.ts";
import type { CreatedApiKey } from "./create-api-key.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import { forgetSecrets } from "./forget-secrets.ts";
import { lockApiKey } from "./get-api-key.ts";
import { assertMay } from "./may.ts";

export interface RotateApiKeyInput {
  apiKeyId: string;
  /** How long the secrets before go on, at most: what was to end earlier does. */
  overlapSeconds: number;
}

/**
 * Gives a key another secret. It stays the same key: its identifier, and with it budgets, audit and idempotency, go on.
 * A secret key is rotated by the member it acts for, since whoever is shown the secret acts as him; all else by any owner or admin.
 * @throws not_found, forbidden, step_up_required, api_key_over
 */
export async function rotateApiKey(ctx: DomainContext, input: RotateApiKeyInput): Promise<CreatedApiKey> {
  assertMay(ctx.actor, "manage API keys");
  await assertRecentlyAuthenticated(ctx);
  const rotated = await inOneTransaction(ctx, async (tx) => {
    const apiKey = await lockApiKey(ctx, tx, input.apiKeyId);
    assertMayBeShown(ctx.actor, apiKey);
    if (isOver(apiKey, ctx.clock.now()))
      throw new DomainError("api_key_over", { detail: "The key was revoked or has expired: make another." });
    return giveSecret(ctx, tx, apiKey, input.overlapSeconds);
  });
  await forgetSecrets(ctx, input.apiKeyId);
  return rotated;
}

/** Nobody comes by the power of somebody else, nor by scopes that his own credential lacks. */
function assertMayBeShown(actor: Actor, { kind, memberId, scopes }: ApiKey): void {
  if (kind === "publishable") return;
  if (!isStaff(actor) || actor.memberId !== memberId)
    throw new DomainError("forbidden", { detail: "A secret key is rotated by the member for whom it acts." });
  const lacking = scopes.find((scope) => !actor.scopes.has(scope));
  if (lacking !== undefined)
    throw new DomainError("forbidden", { detail: `The key has the scope ${lacking}, which the caller does not have.` });
}

async function giveSecret(
  ctx: DomainContext,
  tx: Transaction,
  apiKey: ApiKey,
  overlapSeconds: number,
): Promise<CreatedApiKey> {
  const now = ctx.clock.now();
  const overlapEndsAt = new Date(now.getTime() + overlapSeconds * 1000);
  const secret = newSecret(apiKey.mode, apiKey.kind);
  const rotated = { ...apiKey, start: startOf(secret), rotatedAt: now, overlapEndsAt };

  const { id: apiKeyId, start } = rotated;
  await tx.$executeRaw`
    UPDATE api_key_secret SET retires_at = least(retires_at, ${overlapEndsAt}) WHERE api_key_id = ${apiKeyId}`;
  await tx.apiKeySecret.create({ data: { hash: hashOf(secret), apiKeyId, createdAt: now } });
  await tx.apiKey.update({ where: { id: apiKeyId }, data: { start, rotatedAt: now, overlapEndsAt } });
  await recordCommand(ctx, tx, {
    type: "api_key.rotated",
    objectId: apiKeyId,
    payload: toApiKeyPayload(rotated),
    changes: { start: [apiKey.start, start], overlapEndsAt: [apiKey.overlapEndsAt, overlapEndsAt] },
  });
  return { apiKey: rotated, secret };
}
