import { forgetSession } from "../access/authenticate-access-token.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { endSessionRow } from "./end-session-row.ts";
import { getSession } from "./get-session.ts";

/**
 * Ends one of one's own sessions: at once for this process, within seconds for the others. Ending it twice does no harm.
 * @throws not_found, forbidden
 */
export async function endSession(ctx: DomainContext, sessionId: string): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    await endSessionRow(ctx, tx, await getSession(ctx, tx, sessionId), "ended");
  });
  forgetSession(ctx.db, sessionId);
}
