import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { getSession } from "./get-session.ts";
import { toSession, toSessionPayload, type Session } from "./session.ts";

export interface UpdateSessionInput {
  sessionId: string;
  name: string;
}

/** Gives one of one's own sessions another name. @throws not_found, forbidden */
export async function updateSession(ctx: DomainContext, { sessionId, name }: UpdateSessionInput): Promise<Session> {
  return inOneTransaction(ctx, async (tx) => {
    const session = await getSession(ctx, tx, sessionId);
    if (session.name === name) return session;
    const renamed = toSession(await tx.deviceSession.update({ where: { id: sessionId }, data: { name } }));
    const { organisationId } = session;
    await recordCommand({ ...ctx, actor: { ...ctx.actor, organisationId } }, tx, {
      type: "session.updated",
      objectId: sessionId,
      payload: toSessionPayload(renamed),
    });
    return renamed;
  });
}
