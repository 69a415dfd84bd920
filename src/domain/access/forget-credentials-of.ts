import type { DomainContext } from "../shared/context.ts";
import { forgetSession } from "./authenticate-access-token.ts";
import { forgetKey } from "./authenticate-key.ts";

/** Makes the next call of whoever acts for a member ask the database, by a session or by a key: what he may do has changed. */
export async function forgetCredentialsOf({ db, clock }: DomainContext, memberId: string): Promise<void> {
  const sessions = { memberId, expiresAt: { gt: clock.now() } };
  for (const { id } of await db.prisma.deviceSession.findMany({ where: sessions, select: { id: true } }))
    forgetSession(db, id);
  const secrets = { apiKey: { memberId } };
  for (const { hash } of await db.prisma.apiKeySecret.findMany({ where: secrets, select: { hash: true } }))
    forgetKey(db, hash);
}
