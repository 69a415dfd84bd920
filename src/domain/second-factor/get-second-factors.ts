import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

export interface SecondFactors {
  /** Whether log-in and step-up need one. */
  required: boolean;
  totp: { enabledAt: Date } | null;
  passkeys: number;
  recoveryCodesLeft: number;
}

/** What second factors the caller has, without their secrets. @throws forbidden for keys */
export async function getSecondFactors({ actor, db }: DomainContext): Promise<SecondFactors> {
  assertMay(actor, "manage one's account");
  const where = { userId: actor.userId };
  const totp = await db.prisma.totp.findUnique({ where });
  const passkeys = await db.prisma.passkey.count({ where });
  const recoveryCodesLeft = await db.prisma.recoveryCode.count({ where });
  const enabledAt = totp?.confirmedAt ?? null;
  const required = enabledAt !== null || passkeys > 0;
  return { required, totp: enabledAt && { enabledAt }, passkeys, recoveryCodesLeft };
}
