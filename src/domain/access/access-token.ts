import { randomBytes } from "node:crypto";
import jwt from "jsonwebtoken";
import { LRUCache } from "lru-cache";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { hashOf } from "./api-key.ts";
import { findPublicKey, getSigner, type SignerDeps } from "./key-ring.ts";
import { ACCESS_TOKEN_SECONDS } from "./signing-key.ts";

/** Whom an access token stands for (RFC 9068). */
export interface AccessClaims {
  /** The user. */
  sub: string;
  /** The organisation. */
  org: string;
  /** The member. */
  mem: string;
  /** The session. */
  sid: string;
}

const ISSUER = "holdfast";
const AUDIENCE = "holdfast-api";
const TYPE = "at+jwt";
const ALGORITHM = "ES256";
/** How far the clock of the server that has signed may be ahead of ours. */
const CLOCKS_DIFFER_SECONDS = 60;

/** A signed token that holds for 15 minutes. */
export async function signAccessToken(deps: SignerDeps, { sub, ...claims }: AccessClaims): Promise<string> {
  const { kid, privateKey } = await getSigner(deps);
  const iat = secondsOf(deps.clock.now());
  return jwt.sign({ ...claims, iat, exp: iat + ACCESS_TOKEN_SECONDS }, privateKey, {
    algorithm: ALGORITHM,
    header: { alg: ALGORITHM, typ: TYPE, kid },
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: sub,
    jwtid: randomBytes(16).toString("base64url"),
  });
}

type Deps = Pick<DomainContext, "db" | "clock">;

interface VerifiedToken {
  claims: AccessClaims;
  kid: string;
  /** Epoch seconds. */
  exp: number;
}

/** Tokens whose signature was checked, by their hash, apart for each database. A check takes 250 µs, a look-up 3. */
const verified = new WeakMap<Database, LRUCache<string, VerifiedToken>>();
const VERIFIED_HELD = 10_000;

/**
 * The claims of a token of ours: algorithm, key, issuer, audience and type are those that we sign with, whatever its header says
 * (RFC 8725 3.1, 3.8, 3.9, 3.11).
 * @throws unauthenticated, token_expired
 */
export async function verifyAccessToken(deps: Deps, token: string): Promise<AccessClaims> {
  const held = heldTokens(deps.db);
  const hash = hashOf(token);
  const known = held.get(hash);
  const kid = known?.kid ?? kidOf(token);
  const publicKey = kid === null ? null : await findPublicKey(deps, kid);
  if (kid === null || publicKey === null) throw notValid();

  const now = secondsOf(deps.clock.now());
  if (known) {
    if (known.exp <= now) throw expired();
    return known.claims;
  }
  const found = { ...checkToken(token, publicKey, now), kid };
  held.set(hash, found);
  return found.claims;
}

/** Three parts, of which the last is a signature of ES256: 64 bytes. */
const FORM = /^[\w-]+\.[\w-]+\.[\w-]{86}$/;

/** The name of the key, where the header is one that we write; null for all others. */
function kidOf(token: string): string | null {
  if (!FORM.test(token)) return null;
  const header = readHeader(token);
  const { alg, typ, kid, ...others } = header;
  const isOurs = alg === ALGORITHM && typ === TYPE && Object.keys(others).length === 0;
  return isOurs && typeof kid === "string" && /^[\w-]{43}$/.test(kid) ? kid : null;
}

function readHeader(token: string): Record<string, unknown> {
  try {
    return { ...jwt.decode(token, { complete: true })?.header };
  } catch {
    return {}; // no JSON in it
  }
}

function checkToken(token: string, publicKey: jwt.Secret | jwt.PublicKey, now: number): Omit<VerifiedToken, "kid"> {
  try {
    const payload = jwt.verify(token, publicKey, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: now,
      maxAge: ACCESS_TOKEN_SECONDS,
    });
    return readClaims(payload, now);
  } catch (error) {
    if (error instanceof jwt.TokenExpiredError) throw expired();
    if (error instanceof jwt.JsonWebTokenError) throw notValid();
    throw error;
  }
}

function readClaims(payload: jwt.JwtPayload | string, now: number): Omit<VerifiedToken, "kid"> {
  const { sub, org, mem, sid, iat, exp, aud } = payload as Record<string, unknown>;
  const texts = [sub, org, mem, sid].every((claim) => typeof claim === "string");
  if (typeof iat !== "number" || iat > now + CLOCKS_DIFFER_SECONDS) throw notValid();
  if (!texts || typeof exp !== "number" || aud !== AUDIENCE) throw notValid();
  return { claims: { sub, org, mem, sid } as AccessClaims, exp };
}

function heldTokens(db: Database): LRUCache<string, VerifiedToken> {
  let held = verified.get(db);
  if (!held) verified.set(db, (held = new LRUCache({ max: VERIFIED_HELD })));
  return held;
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function notValid(): DomainError {
  return new DomainError("unauthenticated", { detail: "The access token is not one of ours, or its session is over." });
}

function expired(): DomainError {
  return new DomainError("token_expired", { detail: "The access token has expired: get another by a refresh." });
}
