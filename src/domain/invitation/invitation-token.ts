import { hashOfToken, newOneTimeToken } from "../identity/one-time-token.ts";
import type { DomainContext } from "../shared/context.ts";
import { OPEN } from "./invitation.ts";

type Deps = Pick<DomainContext, "db" | "clock">;

/** The token that goes to the invited address, in place of one that went before; null when nobody is invited any more. */
export async function createInvitationToken({ db, clock }: Deps, invitationId: string): Promise<string | null> {
  const token = newOneTimeToken();
  const { count } = await db.prisma.invitation.updateMany({
    where: { id: invitationId, ...OPEN, expiresAt: { gt: clock.now() } },
    data: { tokenHash: hashOfToken(token) },
  });
  return count === 1 ? token : null;
}
