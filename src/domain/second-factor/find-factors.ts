import type { Transaction } from "../shared/database.ts";

/** What somebody can show besides his password. */
export type Factor = "totp" | "recovery_code";

/** The second factors of a person; none: his password is enough. */
export async function findFactors(tx: Transaction, userId: string): Promise<Factor[]> {
  const totp = await tx.totp.findFirst({ where: { userId, confirmedAt: { not: null } } });
  if (!totp) return [];
  const recoveryCode = await tx.recoveryCode.findFirst({ where: { userId } });
  return recoveryCode ? ["totp", "recovery_code"] : ["totp"];
}
