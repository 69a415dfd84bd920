import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { sessionScope } from "./session.scope.ts";
import { toSession, type Session } from "./session.ts";

/** One of one's own sessions, one that is over too. @throws not_found, forbidden */
export async function getSession(ctx: DomainContext, tx: Transaction, sessionId: string): Promise<Session> {
  const where = { ...sessionScope(ctx), id: sessionId };
  const row = isId(sessionId, "session") && (await tx.deviceSession.findFirst({ where }));
  if (!row) throw notFound("session");
  return toSession(row);
}
