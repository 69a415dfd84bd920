import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { receiverScope, type ReceiverRule } from "./receiver-connection.scope.ts";
import { toReceiverConnection, type ReceiverConnection, type ReceiverContext } from "./receiver-connection.ts";

/** A connection that is not deleted. @throws not_found, forbidden */
export function getReceiverConnection(ctx: ReceiverContext, connectionId: string): Promise<ReceiverConnection> {
  return readConnection(ctx, ctx.db.prisma, connectionId, "read receivers");
}

/** One to manage, in a transaction: nobody else changes it until that ends. @throws not_found, forbidden */
export async function lockReceiverConnection(
  ctx: ReceiverContext,
  tx: Transaction,
  id: string,
): Promise<ReceiverConnection> {
  const { organisationId } = receiverScope(ctx, "manage receivers");
  if (!isId(id, "receiverConnection")) throw notFound("receiver connection");
  await tx.$executeRaw`
    SELECT FROM receiver_connection WHERE id = ${id} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readConnection(ctx, tx, id, "manage receivers");
}

async function readConnection(
  ctx: ReceiverContext,
  tx: Transaction,
  id: string,
  rule: ReceiverRule,
): Promise<ReceiverConnection> {
  const where = { ...receiverScope(ctx, rule), id, deletedAt: null };
  const row = isId(id, "receiverConnection") && (await tx.receiverConnection.findFirst({ where }));
  if (!row) throw notFound("receiver connection");
  return toReceiverConnection(ctx, row);
}
