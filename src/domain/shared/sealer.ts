import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps small secrets in the database such that the database alone does not give them away. */
export interface Sealer {
  /** @param purpose what it is for: what was sealed for one purpose opens for no other */
  seal(text: string, purpose: string): string;
  /** Null when it was sealed by another secret, or was tampered with. */
  open(sealed: string, purpose: string): string | null;
  /** HMAC-SHA256 in base64url: proves to ourselves that a text that everybody may read comes from us. */
  sign(text: string, purpose: string): string;
}

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
/** What GCM is made for (NIST SP 800-38D 8.2). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM by keys that HKDF (RFC 5869) makes of the server's secret, one a purpose. */
export function createSealer(secret: string): Sealer {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", `holdfast ${purpose}`, KEY_BYTES));
  return {
    sign: (text, purpose) => createHmac("sha256", keyFor(purpose)).update(text).digest("base64url"),
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyFor(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([body, decipher.final()]).toString("utf8");
      } catch {
        return null; // the only failure of `final`: the tag does not fit
      }
    },
  };
}
