import { assertMay } from "../access/may.ts";
import type { Receiver } from "../ports/receiver.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { changeReceiverConnection } from "./change-receiver-connection.ts";
import { lockReceiverConnection } from "./get-receiver-connection.ts";
import {
  secretErrors,
  type ReceiverConnection,
  type ReceiverConnectionWithSecret,
  type ReceiverContext,
} from "./receiver-connection.ts";
import { sealReceiverSecret } from "./receiver-secret.ts";

export interface RotateReceiverSecretInput {
  receiverConnectionId: string;
  /** What the provider has made. Left out: it is made here, where it is ours to make. */
  secret?: string;
  /** How long the secret before it is good too. */
  overlapSeconds: number;
}

/**
 * Gives a connection another secret, or its first one. The one before is good beside it until the overlap is over; one before that no more.
 * @throws not_found, forbidden, step_up_required, validation_failed
 */
export async function rotateReceiverSecret(
  ctx: ReceiverContext,
  { receiverConnectionId, secret, overlapSeconds }: RotateReceiverSecretInput,
): Promise<ReceiverConnectionWithSecret> {
  assertMay(ctx.actor, "manage receivers");
  await assertRecentlyAuthenticated(ctx);
  return inOneTransaction(ctx, async (tx) => {
    const connection = await lockReceiverConnection(ctx, tx, receiverConnectionId);
    const receiver = ctx.receivers.get(connection.provider)!;
    assertValid(secretErrors(receiver, secret));
    const made = secret ?? receiver.newSecret?.();
    if (made === undefined) throw secretRequired(receiver);
    const changed = await giveSecret(ctx, tx, connection, { secret: made, overlapSeconds });
    return { connection: changed, secret: secret === undefined ? made : null };
  });
}

/** It is the provider's to make. */
function secretRequired({ secretForm }: Receiver): DomainError {
  const errors = [{ pointer: "/secret", message: `is required: ${secretForm}` }];
  return new DomainError("validation_failed", { detail: "The secret is the provider's to make; see errors.", errors });
}

async function giveSecret(
  ctx: ReceiverContext,
  tx: Transaction,
  connection: ReceiverConnection,
  { secret, overlapSeconds }: { secret: string; overlapSeconds: number },
): Promise<ReceiverConnection> {
  const { id } = connection;
  const { sealedSecret: before } = await tx.receiverConnection.findUniqueOrThrow({ where: { id } });
  const endsAt = new Date(ctx.clock.now().getTime() + overlapSeconds * 1_000);
  const isOverlapping = before !== null && overlapSeconds > 0;
  return changeReceiverConnection(ctx, tx, "receiver_connection.secret_rotated", connection, {
    sealedSecret: sealReceiverSecret(ctx.sealer, id, secret),
    previousSealedSecret: isOverlapping ? before : null,
    previousSecretExpiresAt: isOverlapping ? endsAt : null,
  });
}
