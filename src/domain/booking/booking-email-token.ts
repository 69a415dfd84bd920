import { timingSafeEqual } from "node:crypto";
import type { Sealer } from "../shared/sealer.ts";

/** What the token of a mail proves: that its address is that of the booker of this booking. */
export interface BookingEmail {
  bookingId: string;
  /** Lower case. */
  email: string;
}

const PREFIX = "hf_bv_";
const PURPOSE = "e-mail addresses of bookings";

/** `hf_bv_<HMAC-SHA256>`: made when the mail goes, the same each time, and kept nowhere. It is of no more use than the booking waits. */
export function signBookingEmail({ sign }: Pick<Sealer, "sign">, { bookingId, email }: BookingEmail): string {
  return PREFIX + sign(`${bookingId} ${email}`, PURPOSE);
}

export function isBookingEmailToken(sealer: Pick<Sealer, "sign">, of: BookingEmail, token: string): boolean {
  const [given, right] = [Buffer.from(token), Buffer.from(signBookingEmail(sealer, of))];
  return given.length === right.length && timingSafeEqual(given, right);
}
