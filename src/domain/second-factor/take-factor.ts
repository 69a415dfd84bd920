import type { LogInContext } from "../session/logged-in.ts";
import type { Transaction } from "../shared/database.ts";
import { recoveryCodeHash } from "./recovery-code.ts";
import { openTotpSecret } from "./sealed-secret.ts";
import { stepOf } from "./totp-code.ts";

/** One of these. */
export interface ShownFactor {
  /** Six digits of the authenticator app. */
  code?: string;
  recoveryCode?: string;
}

type Deps = Pick<LogInContext, "sealer" | "clock" | "log">;

/** Whether what is shown is the person's. It is used up by this: of several who show it at once, one gets through. */
export async function takeFactor(deps: Deps, tx: Transaction, userId: string, shown: ShownFactor): Promise<boolean> {
  if (shown.code !== undefined) return takeTotpCode(deps, tx, userId, shown.code);
  if (shown.recoveryCode === undefined) return false;
  const hash = recoveryCodeHash(shown.recoveryCode);
  return (await tx.recoveryCode.deleteMany({ where: { hash, userId } })).count === 1;
}

/** No step is taken twice, nor any before it (RFC 6238 5.2). */
async function takeTotpCode({ sealer, clock, log }: Deps, tx: Transaction, userId: string, code: string) {
  const totp = await tx.totp.findFirst({ where: { userId, confirmedAt: { not: null } } });
  if (!totp) return false;
  const secret = openTotpSecret(sealer, userId, totp.secret);
  if (secret === null) {
    log.error({ userId }, "a TOTP secret was sealed by another HOLDFAST_SECRET: its codes are refused");
    return false;
  }
  const step = stepOf(code, secret, clock.now());
  if (step === null) return false;
  const isUnused = { OR: [{ lastStep: null }, { lastStep: { lt: step } }] };
  const { count } = await tx.totp.updateMany({
    where: { userId, confirmedAt: { not: null }, ...isUnused },
    data: { lastStep: step },
  });
  return count === 1;
}
