import { createPublicKey, generateKeyPairSync, hash, type JsonWebKey, type KeyObject } from "node:crypto";

/** The public part of a key as others read it (RFC 7517, RFC 7518 6.2). */
export interface PublicJwk {
  kty: "EC";
  crv: "P-256";
  x: string;
  y: string;
  kid: string;
  alg: "ES256";
  use: "sig";
}

/** A key pair on P-256, named by its thumbprint. */
export interface NewKeyPair {
  publicJwk: PublicJwk;
  /** PKCS #8, PEM. */
  privateKey: string;
}

export function newKeyPair(): NewKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
  return {
    publicJwk: { kty: "EC", crv: "P-256", x, y, kid: thumbprintOf(x, y), alg: "ES256", use: "sig" },
    privateKey: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
}

/** RFC 7638: the required members in lexicographic order, without white space. */
function thumbprintOf(x: string, y: string): string {
  return hash("sha256", JSON.stringify({ crv: "P-256", kty: "EC", x, y }), "base64url");
}

export function toPublicKey(jwk: PublicJwk): KeyObject {
  return createPublicKey({ key: jwk as unknown as JsonWebKey, format: "jwk" });
}

/** How long an access token holds. */
export const ACCESS_TOKEN_SECONDS = 900;

const HOUR_MS = 3_600_000;
const SIGNS_MS = 30 * 24 * HOUR_MS;
/** Whoever keeps a copy of the published keys has so long to read them again. */
const PUBLISHED_AHEAD_MS = 24 * HOUR_MS;
/** After its last token has expired, with room for clocks that differ. */
const PUBLISHED_AFTER_MS = HOUR_MS;

/** When a key signs; until when it is published follows from that. */
export interface KeyTerm {
  kid: string;
  signsFrom: Date;
  signsUntil: Date;
}

export interface Rotation {
  /** The kid that signs now; null while there is none, and `next` is to sign at once. */
  current: string | null;
  /** The term of a key that has to be made. */
  next: Omit<KeyTerm, "kid"> | null;
}

/** What is to be done now, given the keys that this server can sign with. */
export function planRotation(own: readonly KeyTerm[], now: Date): Rotation {
  const inTerm = own.filter(({ signsFrom, signsUntil }) => signsFrom <= now && now < signsUntil);
  const current = inTerm.toSorted((a, b) => Number(a.signsFrom) - Number(b.signsFrom)).at(-1);
  if (!current) return { current: null, next: termFrom(now) };
  const isDue = Number(current.signsUntil) - Number(now) <= PUBLISHED_AHEAD_MS;
  const hasNext = own.some(({ signsFrom }) => signsFrom > current.signsFrom);
  return { current: current.kid, next: isDue && !hasNext ? termFrom(current.signsUntil) : null };
}

function termFrom(signsFrom: Date): Omit<KeyTerm, "kid"> {
  return { signsFrom, signsUntil: new Date(Number(signsFrom) + SIGNS_MS) };
}

/** Keys whose term ended before this have no living token. */
export function lastTokenExpired(now: Date): Date {
  return new Date(Number(now) - PUBLISHED_AFTER_MS);
}
