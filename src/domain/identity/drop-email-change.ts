import type { Transaction } from "../shared/database.ts";

/** Nothing comes of a change of address that was asked for before, whether or not its mail went out. For a user who is locked. */
export async function dropEmailChange(tx: Transaction, userId: string): Promise<void> {
  await tx.outgoingMail.deleteMany({ where: { kind: "email_change", subjectId: userId } });
  await tx.oneTimeToken.deleteMany({ where: { userId, purpose: "email_change" } });
}
