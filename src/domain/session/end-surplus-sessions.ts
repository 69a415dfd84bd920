import type { Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";
import { endSessionRow } from "./end-session-row.ts";
import { toSession, type Session } from "./session.ts";

/** On so many devices somebody is logged in at most. */
const MOST_SESSIONS = 100;

/**
 * Ends those sessions of a person that are too many beside a new one: the ones that were not used for the longest time. They may
 * be known in memory for some seconds yet, as one that was ended in another process.
 */
export async function endSurplusSessions(ctx: Recorder, tx: Transaction, { id, userId }: Session): Promise<void> {
  const rows = await tx.deviceSession.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: ctx.clock.now() }, NOT: { id } },
    orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
    skip: MOST_SESSIONS - 1,
  });
  for (const row of rows) await endSessionRow(ctx, tx, toSession(row), "ended");
}
