import { forgetSession } from "../access/authenticate-access-token.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { endSessionRow } from "./end-session-row.ts";
import { livingSessions } from "./session.scope.ts";
import { toSession } from "./session.ts";

/** Logs somebody out everywhere but in the session that asks. @returns the sessions that have ended @throws forbidden */
export async function endOtherSessions(ctx: DomainContext): Promise<string[]> {
  const ended = await inOneTransaction(ctx, async (tx) => {
    const where = { ...livingSessions(ctx), NOT: { id: ctx.actor.credentialId } };
    const rows = await tx.deviceSession.findMany({ where, orderBy: { id: "asc" } });
    for (const row of rows) await endSessionRow(ctx, tx, toSession(row), "ended");
    return rows.map(({ id }) => id);
  });
  for (const id of ended) forgetSession(ctx.db, id);
  return ended;
}
