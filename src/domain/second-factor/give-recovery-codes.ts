import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { findFactors } from "./find-factors.ts";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-code.ts";

type Deps = Pick<DomainContext, "clock">;

/** Ten codes in the place of all that a locked person had. */
export async function giveRecoveryCodes({ clock }: Deps, tx: Transaction, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const createdAt = clock.now();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ hash: recoveryCodeHash(code), userId, createdAt })),
  });
  return codes;
}

/** The codes of a locked person who had none; null: he keeps his. */
export async function giveFirstRecoveryCodes(deps: Deps, tx: Transaction, userId: string): Promise<string[] | null> {
  const left = await tx.recoveryCode.count({ where: { userId } });
  return left === 0 ? giveRecoveryCodes(deps, tx, userId) : null;
}

/** With the last second factor its recovery codes go too: nothing asks for them any more. */
export async function deleteIdleRecoveryCodes(tx: Transaction, userId: string): Promise<void> {
  if ((await findFactors(tx, userId)).length === 0) await tx.recoveryCode.deleteMany({ where: { userId } });
}
