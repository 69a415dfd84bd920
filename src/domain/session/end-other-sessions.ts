import { forgetSession } from "../access/authenticate-access-token.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { endSessionsOf } from "./end-sessions-of.ts";

/** Logs somebody out everywhere but in the session that asks. @returns the sessions that have ended @throws forbidden */
export async function endOtherSessions(ctx: DomainContext): Promise<string[]> {
  const { actor } = ctx;
  assertMay(actor, "manage one's sessions");
  const { userId, credentialId } = actor;
  const ended = await inOneTransaction(ctx, (tx) => endSessionsOf(ctx, tx, userId, "ended", credentialId));
  for (const id of ended) forgetSession(ctx.db, id);
  return ended;
}
