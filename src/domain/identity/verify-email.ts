import type { DomainContext } from "../shared/context.ts";
import { takeOneTimeToken } from "./one-time-token.ts";
import { recordOfUser, type Anonymous } from "./record-of-user.ts";

/** Notes that the address is his who has the token that was sent there. @throws invalid_one_time_token */
export async function verifyEmail(ctx: Anonymous & Pick<DomainContext, "db">, token: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { user } = await takeOneTimeToken(ctx, tx, token, "email_verification");
    const now = ctx.clock.now();
    await tx.user.update({ where: { id: user.id }, data: { emailVerifiedAt: now, updatedAt: now } });
    await recordOfUser(ctx, tx, user.id, "user.email_verified");
  });
}
