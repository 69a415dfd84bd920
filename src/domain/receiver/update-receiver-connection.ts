import { assertVersion } from "../shared/assert-version.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { changeReceiverConnection } from "./change-receiver-connection.ts";
import { lockReceiverConnection } from "./get-receiver-connection.ts";
import type { ReceiverConnection, ReceiverConnectionStatus, ReceiverContext } from "./receiver-connection.ts";

export interface UpdateReceiverConnectionInput {
  receiverConnectionId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  /** `disabled`: nothing more is taken, and its address is answered as one that never was. */
  status?: ReceiverConnectionStatus;
}

/** Changes a connection; a field that is left out stays. @throws not_found, forbidden, stale_version */
export async function updateReceiverConnection(
  ctx: ReceiverContext,
  input: UpdateReceiverConnectionInput,
): Promise<ReceiverConnection> {
  return inOneTransaction(ctx, async (tx) => {
    const connection = await lockReceiverConnection(ctx, tx, input.receiverConnectionId);
    assertVersion("receiver connection", connection.version, input.ifVersion);
    const changes = pickGiven(input, ["name", "status"]);
    return changeReceiverConnection(ctx, tx, "receiver_connection.updated", connection, changes);
  });
}
