import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { getPasskey } from "./get-passkey.ts";
import { toPasskey, toPasskeyPayload, type Passkey } from "./passkey.ts";

export interface UpdatePasskeyInput {
  passkeyId: string;
  name: string;
}

/** Gives one of one's own passkeys another name. @throws not_found, forbidden */
export async function updatePasskey(ctx: DomainContext, { passkeyId, name }: UpdatePasskeyInput): Promise<Passkey> {
  return inOneTransaction(ctx, async (tx) => {
    const passkey = await getPasskey(ctx, tx, passkeyId);
    if (passkey.name === name) return passkey;
    const renamed = toPasskey(await tx.passkey.update({ where: { id: passkeyId }, data: { name } }));
    await recordCommand(ctx, tx, {
      type: "user.passkey_updated",
      objectId: passkeyId,
      payload: toPasskeyPayload(renamed),
    });
    return renamed;
  });
}
