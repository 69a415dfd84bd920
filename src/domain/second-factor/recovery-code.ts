import { hash, randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O and U, which are read as 1, 1, 0 and V. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 4;
const CODES = 10;

/** Ten codes of 80 bits, such as `0m3k-9qwr-t7xv-2c4d`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, newRecoveryCode);
}

function newRecoveryCode(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => DIGITS[randomInt(DIGITS.length)]).join(""),
  );
  return groups.join("-");
}

/** SHA-256 of the code as it is meant, whatever was typed, hex. */
export function recoveryCodeHash(code: string): string {
  const meant = code.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll(/[il]/g, "1").replaceAll("o", "0");
  return hash("sha256", meant.replaceAll("u", "v"), "hex");
}
