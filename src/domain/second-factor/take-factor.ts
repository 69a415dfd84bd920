import { readAssertion, takeAssertion, type ShownPasskey } from "../passkey/read-assertion.ts";
import type { AssertionResponse } from "../passkey/verify-assertion.ts";
import type { LogInContext } from "../session/logged-in.ts";
import type { Transaction } from "../shared/database.ts";
import { recoveryCodeHash } from "./recovery-code.ts";
import { openTotpSecret } from "./sealed-secret.ts";
import { stepOf } from "./totp-code.ts";

interface TypedFactor {
  /** Six digits of the authenticator app. */
  code?: string;
  recoveryCode?: string;
}

/** One of these, as it comes. */
export interface FactorInput extends TypedFactor {
  /** As the browser gives it. */
  passkey?: AssertionResponse;
}

/** One of these, read. */
export interface ShownFactor extends TypedFactor {
  /** Null: it has not signed what it was asked to. */
  passkey?: ShownPasskey | null;
}

/** Looks at what can be looked at before a transaction. The challenge of a passkey is used up by this. */
export async function readFactor(ctx: LogInContext, { passkey, ...typed }: FactorInput): Promise<ShownFactor> {
  return passkey === undefined ? typed : { passkey: await readAssertion(ctx, passkey) };
}

type Deps = Pick<LogInContext, "sealer" | "clock" | "log">;

/** Whether what is shown is the person's. It is used up by this: of several who show it at once, one gets through. */
export async function takeFactor(deps: Deps, tx: Transaction, userId: string, shown: ShownFactor): Promise<boolean> {
  if (shown.code !== undefined) return takeTotpCode(deps, tx, userId, shown.code);
  if (shown.passkey) return shown.passkey.userId === userId && takeAssertion(deps, tx, shown.passkey);
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
