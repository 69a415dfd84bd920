import { forgetSession } from "../access/authenticate-access-token.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { endSessionRow } from "./end-session-row.ts";
import { getSession } from "./get-session.ts";

/** Ends the session that asks. @throws forbidden but for those who have logged in */
export async function logOut(ctx: DomainContext): Promise<void> {
  const { credentialId } = ctx.actor;
  await inOneTransaction(ctx, async (tx) => {
    await endSessionRow(ctx, tx, await getSession(ctx, tx, credentialId), "logged_out");
  });
  forgetSession(ctx.db, credentialId);
}
