import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import {
  AUDITED_FIELDS,
  toReceiverConnection,
  toReceiverConnectionPayload,
  type ReceiverConnection,
  type ReceiverContext,
} from "./receiver-connection.ts";

type ChangeEvent = "receiver_connection.updated" | "receiver_connection.secret_rotated" | "receiver_connection.deleted";

interface Changes extends Partial<Pick<ReceiverConnection, "name" | "status" | "deletedAt">> {
  sealedSecret?: string | null;
  previousSealedSecret?: string | null;
  previousSecretExpiresAt?: Date | null;
}

/** Writes the changes of a locked connection with their event and audit line; none when nothing differs. */
export async function changeReceiverConnection(
  ctx: ReceiverContext,
  tx: Transaction,
  type: ChangeEvent,
  connection: ReceiverConnection,
  changes: Changes,
): Promise<ReceiverConnection> {
  if (isDeepStrictEqual({ ...connection, ...changes }, connection)) return connection;
  const { id, version } = connection;
  const data = { ...changes, version: version + 1, updatedAt: ctx.clock.now() };
  const changed = toReceiverConnection(ctx, await tx.receiverConnection.update({ where: { id }, data }));
  const payload = toReceiverConnectionPayload(changed);
  const audited = changesBetween(connection, changed, AUDITED_FIELDS);
  await recordCommand(ctx, tx, { type, objectId: id, payload, changes: audited });
  return changed;
}
