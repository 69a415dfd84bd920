import { timingSafeEqual } from "node:crypto";
import type { Sealer } from "../shared/sealer.ts";

/** What a guest link says: who takes part or waits, and how often his links had been revoked before it was made. */
export interface GuestClaims {
  /** An attendee, or an entry of a waiting list. */
  guestId: string;
  revision: number;
}

export const GUEST_PREFIX = "hf_guest_";
const PURPOSE = "guest links";
const FORM = /^hf_guest_((?:att|wle)_[0-7][0-9a-hjkmnp-tv-z]{25})_(0|[1-9]\d{0,8})_([\w-]{43})$/;

/** `hf_guest_<guest>_<revision>_<HMAC-SHA256>`: made whenever it is wanted, and kept nowhere. */
export function signGuestToken(sealer: Pick<Sealer, "sign">, { guestId, revision }: GuestClaims): string {
  const told = `${GUEST_PREFIX}${guestId}_${revision}`;
  return `${told}_${sealer.sign(told, PURPOSE)}`;
}

/** Null for what we have not signed. */
export function readGuestToken(sealer: Sealer, token: string): GuestClaims | null {
  const [, guestId, revision, signature] = FORM.exec(token) ?? [];
  if (guestId === undefined) return null;
  const claims = { guestId, revision: Number(revision) };
  const right = signGuestToken(sealer, claims).slice(-signature!.length);
  return timingSafeEqual(Buffer.from(signature!), Buffer.from(right)) ? claims : null;
}
