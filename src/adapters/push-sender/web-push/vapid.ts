import { createPrivateKey, type KeyObject } from "node:crypto";
import jwt from "jsonwebtoken";

export interface VapidKeys {
  /** An uncompressed point of P-256 in base64url; browsers subscribe with it. */
  publicKey: string;
  /** 32 bytes in base64url. */
  privateKey: string;
  /** How a push service reaches us: mailto: or https: (RFC 8292 2.1). */
  subject: string;
}

/** A push service takes no token for longer than a day (RFC 8292 2). */
const HOURS_12_SECONDS = 43_200;

/** Says to a push service who we are (RFC 8292 3): for one service, since another could use it. */
export function createVapid({ publicKey, privateKey, subject }: VapidKeys): (audience: string, now: Date) => string {
  const key = toPrivateKey(publicKey, privateKey);
  return (audience, now) => {
    const exp = Math.floor(now.getTime() / 1_000) + HOURS_12_SECONDS;
    const claims = { aud: audience, exp, sub: subject };
    const token = jwt.sign(claims, key, { algorithm: "ES256", noTimestamp: true });
    return `vapid t=${token}, k=${publicKey}`;
  };
}

/** @throws when the two are no pair of P-256 */
export function toPrivateKey(publicKey: string, privateKey: string): KeyObject {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  return createPrivateKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y, d: privateKey } });
}
