import { lockUser } from "../second-factor/lock-user.ts";
import type { DomainContext } from "../shared/context.ts";
import { replaceOneTimeToken } from "./one-time-token.ts";

type Deps = Pick<DomainContext, "db" | "clock">;

export interface EmailChangeMail {
  /** Of the mail that waits. */
  id: string;
  userId: string;
  newEmail: string;
}

/** The token that goes to the new address; null when the mail was called off since it was taken up. */
export async function createEmailChangeToken(
  { db, clock }: Deps,
  { id, userId, newEmail }: EmailChangeMail,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    // Whoever calls it off has the lock.
    await lockUser(tx, userId);
    if ((await tx.outgoingMail.count({ where: { id } })) === 0) return null;
    return replaceOneTimeToken({ clock }, tx, { id: userId, email: newEmail }, "email_change");
  });
}
