import type { Transaction } from "../shared/database.ts";

/** What somebody can show besides his password. */
export type Factor = "totp" | "passkey" | "recovery_code";

/** The second factors of a person; none: his password is enough. */
export async function findFactors(tx: Transaction, userId: string): Promise<Factor[]> {
  const totp = await tx.totp.findFirst({ where: { userId, confirmedAt: { not: null } } });
  const passkey = await tx.passkey.findFirst({ where: { userId } });
  if (!totp && !passkey) return [];
  const recoveryCode = await tx.recoveryCode.findFirst({ where: { userId } });
  const factors: [unknown, Factor][] = [
    [totp, "totp"],
    [passkey, "passkey"],
    [recoveryCode, "recovery_code"],
  ];
  return factors.flatMap(([found, factor]) => (found ? [factor] : []));
}
