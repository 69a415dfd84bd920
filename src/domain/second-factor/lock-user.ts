import type { User } from "../../generated/prisma/client.ts";
import type { Transaction } from "../shared/database.ts";

/**
 * The person, whose factors nobody else changes until the transaction ends. Whoever logs in meanwhile waits. It comes before
 * every other row of the person, so that nobody waits in a circle.
 */
export async function lockUser(tx: Transaction, userId: string): Promise<User> {
  await tx.$executeRaw`SELECT FROM "user" WHERE id = ${userId} FOR NO KEY UPDATE`;
  return tx.user.findUniqueOrThrow({ where: { id: userId } });
}
