import { Secret, TOTP } from "otpauth";

/** RFC 6238 as every authenticator app knows it. */
const PERIOD_SECONDS = 30;
/** How many steps the clock of a phone may be ahead or behind (RFC 6238 5.2). */
const WINDOW = 1;
/** RFC 4226 4, R6, recommends 160 bits. */
const SECRET_BYTES = 20;

/** Base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What a QR code tells the app: `otpauth://totp/...` */
export function otpauthUri(secret: string, appName: string, account: string): string {
  return totpOf(secret, appName, account).toString();
}

/** The time step of which this is the code, one before and one after the present one included; null: of none of them. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + delta;
}

function totpOf(secret: string, issuer = "", label = ""): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS });
}
