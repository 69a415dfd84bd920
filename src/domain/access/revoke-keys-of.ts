import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { toApiKey, toApiKeyPayload, WITH_MODE } from "./api-key.ts";

/** Revokes each key that acts for a member. The caller forgets them in memory once the transaction stands. */
export async function revokeKeysOf(ctx: DomainContext, tx: Transaction, memberId: string): Promise<void> {
  const revokedAt = ctx.clock.now();
  const rows = await tx.apiKey.findMany({
    where: { memberId, revokedAt: null },
    include: WITH_MODE,
    orderBy: { id: "asc" },
  });
  for (const row of rows) {
    const { id: objectId } = row;
    await tx.apiKey.update({ where: { id: objectId }, data: { revokedAt } });
    const payload = toApiKeyPayload({ ...toApiKey(row), revokedAt });
    await recordCommand(ctx, tx, {
      type: "api_key.revoked",
      objectId,
      payload,
      changes: { revokedAt: [null, revokedAt] },
    });
  }
}
