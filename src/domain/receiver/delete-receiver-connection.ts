import { assertVersion } from "../shared/assert-version.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { changeReceiverConnection } from "./change-receiver-connection.ts";
import { lockReceiverConnection } from "./get-receiver-connection.ts";
import type { ReceiverContext } from "./receiver-connection.ts";

export interface DeleteReceiverConnectionInput {
  receiverConnectionId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/** Takes nothing more by it, and forgets its secrets; what came in by it stays. @throws not_found, forbidden, stale_version */
export async function deleteReceiverConnection(
  ctx: ReceiverContext,
  input: DeleteReceiverConnectionInput,
): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const connection = await lockReceiverConnection(ctx, tx, input.receiverConnectionId);
    assertVersion("receiver connection", connection.version, input.ifVersion);
    const forgotten = { sealedSecret: null, previousSealedSecret: null, previousSecretExpiresAt: null };
    const changes = { deletedAt: ctx.clock.now(), ...forgotten };
    await changeReceiverConnection(ctx, tx, "receiver_connection.deleted", connection, changes);
  });
}
