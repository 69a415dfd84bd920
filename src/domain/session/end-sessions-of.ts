import type { Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { endSessionRow } from "./end-session-row.ts";
import { toSession, type EndReason } from "./session.ts";

/** Ends each session of a user that is not over, but for one, and each log-in that waits to become one. @returns those that have ended, to be forgotten in memory */
export async function endSessionsOf(
  ctx: Recorder,
  tx: Transaction,
  userId: string,
  endReason: EndReason,
  exceptId?: string,
): Promise<string[]> {
  const where = { userId, endedAt: null, expiresAt: { gt: ctx.clock.now() }, NOT: { id: exceptId ?? "" } };
  const rows = await tx.deviceSession.findMany({ where, orderBy: { id: "asc" } });
  await tx.logInChallenge.deleteMany({ where: { userId } });
  for (const row of rows) await endSessionRow(ctx, tx, toSession(row), endReason);
  return rows.map(({ id }) => id);
}
