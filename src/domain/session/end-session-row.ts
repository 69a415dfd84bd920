import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { toSessionPayload, type EndReason, type Session } from "./session.ts";

/**
 * Ends a session with its refresh tokens and the devices that it registered, and tells of it in the session's own organisation. False when it was over.
 * The caller forgets it in memory once the transaction stands.
 */
export async function endSessionRow(
  ctx: Recorder,
  tx: Transaction,
  session: Session,
  endReason: EndReason,
): Promise<boolean> {
  const endedAt = ctx.clock.now();
  const { id, organisationId } = session;
  const { count } = await tx.deviceSession.updateMany({ where: { id, endedAt: null }, data: { endedAt, endReason } });
  if (count === 0) return false;
  await tx.refreshToken.deleteMany({ where: { sessionId: id } });
  await tx.pushDevice.deleteMany({ where: { sessionId: id } });
  await recordCommand({ ...ctx, actor: { ...ctx.actor, organisationId } }, tx, {
    type: "session.ended",
    objectId: id,
    payload: toSessionPayload({ ...session, endedAt, endReason }),
    changes: { endedAt: [null, endedAt], endReason: [null, endReason] },
  });
  return true;
}
