import type { Transaction } from "../shared/database.ts";
import { findFactors, type Factor } from "./find-factors.ts";

export type Proof = Factor | "password";

/** What a person can show to prove once more who he is: a second factor where he has one. None: he logs in again. */
export async function findProofs(tx: Transaction, userId: string): Promise<Proof[]> {
  const factors = await findFactors(tx, userId);
  if (factors.length > 0) return factors;
  const { passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  return passwordHash === null ? [] : ["password"];
}
