import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { lockUser } from "./lock-user.ts";

/**
 * That the person has more to log in by than the identity or the passkey that is to go. Two that go at once take turns, or
 * each would take the other for what is left. @throws last_log_in_method
 */
export async function assertNotLastLogInMethod(tx: Transaction, userId: string): Promise<void> {
  const { passwordHash } = await lockUser(tx, userId);
  const where = { userId };
  const others = (await tx.identity.count({ where })) + (await tx.passkey.count({ where }));
  if (passwordHash !== null || others > 1) return;
  throw new DomainError("last_log_in_method", {
    detail: "Nothing else would be left to log in by. Set a password, link another identity or add a passkey first.",
  });
}
