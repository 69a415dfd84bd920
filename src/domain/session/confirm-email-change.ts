import { Prisma } from "../../generated/prisma/client.ts";
import { forgetSession } from "../access/authenticate-access-token.ts";
import { changeMember } from "../identity/change-member.ts";
import { dropEmailChange } from "../identity/drop-email-change.ts";
import { lockMember } from "../identity/lock-member.ts";
import { invalidToken, takeOneTimeToken, type TakenToken } from "../identity/one-time-token.ts";
import { recordOfUser, type Anonymous } from "../identity/record-of-user.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { asTokenOwner } from "./as-token-owner.ts";
import { endSessionsOf } from "./end-sessions-of.ts";

type Context = Anonymous & Pick<DomainContext, "db" | "log">;

/**
 * Has the account of whoever has the token of the mail go by the address that it was sent to, which it proves, and ends all its
 * sessions and what was mailed to the old address. Passkeys and identities stay: they are the person's, not the address's.
 * @throws invalid_one_time_token, also where somebody else has the address by now: that is nobody's to know
 */
export async function confirmEmailChange(ctx: Context, token: string): Promise<void> {
  const ended = await ctx.db
    .transaction(async (tx) => {
      const taken = await takeOneTimeToken(ctx, tx, token, "email_change");
      await changeAddress(ctx, tx, taken);
      const { id } = taken.user;
      await tx.oneTimeToken.deleteMany({ where: { userId: id } });
      await dropEmailChange(tx, id);
      await recordOfUser(ctx, tx, id, "user.email_changed");
      return endSessionsOf(asTokenOwner(ctx), tx, id, "email_changed");
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? invalidToken() : error;
    });
  for (const id of ended) forgetSession(ctx.db, id);
}

/** Of the user, and of those members that he is by the same address, unless somebody else of the organisation has the new one. */
async function changeAddress(ctx: Context, tx: Transaction, { user, email }: TakenToken): Promise<void> {
  const now = ctx.clock.now();
  await tx.user.update({ where: { id: user.id }, data: { email, emailVerifiedAt: now, updatedAt: now } });
  const members = await tx.member.findMany({
    where: { userId: user.id, email: user.email, organisation: { members: { none: { email, deletedAt: null } } } },
    orderBy: { id: "asc" },
  });
  for (const { id, organisationId } of members) {
    const actor = { ...asTokenOwner(ctx).actor, organisationId };
    const member = await lockMember({ ...ctx, actor }, tx, id);
    if (member) await changeMember({ ...ctx, actor }, tx, member, { email });
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
