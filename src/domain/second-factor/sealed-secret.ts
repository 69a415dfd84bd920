import type { Sealer } from "../shared/sealer.ts";

/** Each person's secret is sealed for him alone: put into another one's row it opens no more. */
const purposeOf = (userId: string) => `totp secret of ${userId}`;

export function sealTotpSecret(sealer: Sealer, userId: string, secret: string): string {
  return sealer.seal(secret, purposeOf(userId));
}

/** Null after a change of the server's secret. */
export function openTotpSecret(sealer: Sealer, userId: string, sealed: string): string | null {
  return sealer.open(sealed, purposeOf(userId));
}
