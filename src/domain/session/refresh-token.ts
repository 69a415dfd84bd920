import { createHmac, hash, randomBytes } from "node:crypto";

const PREFIX = "hf_rt_";
const BYTES = 32;

/** How long a token that was used is still answered, by the same next one: its answer may have been lost on the way. */
export const GRACE_MS = 30_000;

/** A session's first token: 256 random bits. */
export function firstRefreshToken(): string {
  return PREFIX + randomBytes(BYTES).toString("base64url");
}

export function newNonce(): string {
  return randomBytes(BYTES).toString("base64url");
}

/**
 * The token after this one. It takes the token and the nonce: the database holds the nonce and not the token, whoever has
 * stolen the token has no nonce. So the next one need not be kept to be told once more.
 */
export function nextRefreshToken(token: string, nonce: string): string {
  return PREFIX + createHmac("sha256", token).update(nonce).digest("base64url");
}

/** SHA-256 of the whole token, hex: all that is kept of it. */
export function refreshTokenHash(token: string): string {
  return hash("sha256", token, "hex");
}

/** What becomes of a refresh. */
export type RefreshDecision = "rotate" | "repeat" | "reused" | "over";

/** RFC 9700 4.14.2, with the grace. */
export function decideRefresh(
  token: { usedAt: Date | null },
  session: { endedAt: Date | null; expiresAt: Date },
  now: Date,
): RefreshDecision {
  if (session.endedAt || session.expiresAt <= now) return "over";
  if (!token.usedAt) return "rotate";
  return now.getTime() - token.usedAt.getTime() <= GRACE_MS ? "repeat" : "reused";
}
