import { timingSafeEqual } from "node:crypto";
import type { Sealer } from "../shared/sealer.ts";

/** What a guest link says: who takes part, and how often his links had been revoked before it was made. */
export interface GuestClaims {
  attendeeId: string;
  revision: number;
}

export const GUEST_PREFIX = "hf_guest_";
const PURPOSE = "guest links";
const FORM = /^hf_guest_(att_[0-7][0-9a-hjkmnp-tv-z]{25})_(0|[1-9]\d{0,8})_([\w-]{43})$/;

/** `hf_guest_<attendee>_<revision>_<HMAC-SHA256>`: made whenever it is wanted, and kept nowhere. */
export function signGuestToken(sealer: Sealer, { attendeeId, revision }: GuestClaims): string {
  const told = `${GUEST_PREFIX}${attendeeId}_${revision}`;
  return `${told}_${sealer.sign(told, PURPOSE)}`;
}

/** Null for what we have not signed. */
export function readGuestToken(sealer: Sealer, token: string): GuestClaims | null {
  const [, attendeeId, revision, signature] = FORM.exec(token) ?? [];
  if (attendeeId === undefined) return null;
  const claims = { attendeeId, revision: Number(revision) };
  const right = signGuestToken(sealer, claims).slice(-signature!.length);
  return timingSafeEqual(Buffer.from(signature!), Buffer.from(right)) ? claims : null;
}
