import type { Prisma } from "../../generated/prisma/client.ts";
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
  await tx.logInChallenge.deleteMany({ where: { userId } });
  return endLiving(ctx, tx, { userId, NOT: { id: exceptId ?? "" } }, endReason);
}

/** Ends each session that acts for a member and is not over, and each log-in that waits to become one. The caller forgets them in memory. */
export async function endSessionsOfMember(
  ctx: Recorder,
  tx: Transaction,
  memberId: string,
  endReason: EndReason,
): Promise<void> {
  await tx.logInChallenge.deleteMany({ where: { memberId } });
  await endLiving(ctx, tx, { memberId }, endReason);
}

async function endLiving(
  ctx: Recorder,
  tx: Transaction,
  which: Prisma.DeviceSessionWhereInput,
  endReason: EndReason,
): Promise<string[]> {
  const where = { ...which, endedAt: null, expiresAt: { gt: ctx.clock.now() } };
  const rows = await tx.deviceSession.findMany({ where, orderBy: { id: "asc" } });
  for (const row of rows) await endSessionRow(ctx, tx, toSession(row), endReason);
  return rows.map(({ id }) => id);
}
