import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { Receiver } from "../ports/receiver.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, assertWithinLimit } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import {
  secretErrors,
  toReceiverConnection,
  toReceiverConnectionPayload,
  type ReceiverConnectionWithSecret,
  type ReceiverContext,
} from "./receiver-connection.ts";
import { sealReceiverSecret } from "./receiver-secret.ts";

const MOST_CONNECTIONS = 50;

export interface CreateReceiverConnectionInput {
  provider: string;
  name: string;
  /** Left out: it is made here, or where the provider makes it, given later. */
  secret?: string;
}

/**
 * Opens an address for a provider to tell the organisation of something. For owners and admins.
 * @throws validation_failed, forbidden, step_up_required, limit_reached
 */
export async function createReceiverConnection(
  ctx: ReceiverContext,
  { provider, name, secret }: CreateReceiverConnectionInput,
): Promise<ReceiverConnectionWithSecret> {
  const { actor, sealer } = ctx;
  assertMay(actor, "manage receivers");
  await assertRecentlyAuthenticated(ctx);
  const receiver = receiverOf(ctx, provider);
  assertValid(secretErrors(receiver, secret));
  const made = secret === undefined ? (receiver.newSecret?.() ?? null) : null;
  return inOneTransaction(ctx, async (tx) => {
    const { organisationId } = actor;
    const id = ctx.ids("receiverConnection");
    const now = ctx.clock.now();
    const known = secret ?? made;
    const sealedSecret = known === null ? null : sealReceiverSecret(sealer, id, known);
    const stamps = { version: 1, createdAt: now, updatedAt: now };
    await lockOrganisation(tx, organisationId);
    const row = await tx.receiverConnection.create({
      data: { id, organisationId, provider, name, status: "enabled", sealedSecret, ...stamps },
    });
    const count = await tx.receiverConnection.count({ where: { organisationId, deletedAt: null } });
    assertWithinLimit(count, MOST_CONNECTIONS, "receiver connections of an organisation");
    const connection = toReceiverConnection(ctx, row);
    const payload = toReceiverConnectionPayload(connection);
    await recordCommand(ctx, tx, { type: "receiver_connection.created", objectId: id, payload });
    return { connection, secret: made };
  });
}

/** The contract names them all, so that there is one. */
function receiverOf({ receivers }: ReceiverContext, provider: string): Receiver {
  const receiver = receivers.get(provider);
  if (!receiver) throw new Error(`The contract names the provider ${provider}, for which there is no receiver.`);
  return receiver;
}

/** Whoever counts counts alone. */
async function lockOrganisation(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM organisation WHERE id = ${id} FOR NO KEY UPDATE`;
}
