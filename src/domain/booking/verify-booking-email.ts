import { SCOPES_OF } from "../access/rules.ts";
import { invalidToken } from "../identity/one-time-token.ts";
import type { AttendeeActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { asSeenBy } from "./as-seen-by.ts";
import { isBookingEmailToken } from "./booking-email-token.ts";
import { CLAIMING_STATUSES, type Booking } from "./booking.ts";
import { assertNotExpired, changeBooking, isExpired, isThereAlready, type BookingChange } from "./change-booking.ts";
import { withoutReason } from "./pending.ts";

export interface VerifyBookingEmailInput {
  bookingId: string;
  /** Of the mail. */
  token: string;
}

export type VerifyContext = Omit<DomainContext, "actor" | "once"> & { sealer: Sealer };

/**
 * Takes the token of the mail for a proof that the address is the booker's. The booking waits for it no longer. Proving it twice
 * answers the same booking, as its booker sees it.
 * @throws invalid_one_time_token (an unknown booking, too), booking_not_confirmable
 */
export async function verifyBookingEmail(ctx: VerifyContext, input: VerifyBookingEmailInput): Promise<Booking> {
  const actor = await assertBooker(ctx, input);
  const asBooker = { ...ctx, actor };
  const booking = await changeBooking(asBooker, input, (found) => toVerified(asBooker, found), "look at a booking");
  if (booking.seriesId !== null) await verifyOthersOf(ctx, actor, booking.seriesId);
  return asSeenBy(actor, booking);
}

const WAITING_IN_SERIES = {
  name: "series_waiting_for_email",
  text: `SELECT b.id, a.id AS attendee_id FROM booking b JOIN attendee a ON a.booking_id = b.id AND a.role = 'booker'
    WHERE b.series_id = $1 AND b.status = 'pending' AND 'email_verification' = ANY (b.pending_reasons)`,
};

/** One mail goes out for a series: its proof counts for each of the bookings. Who proves it twice goes on where he was interrupted. */
async function verifyOthersOf(ctx: VerifyContext, actor: AttendeeActor, seriesId: string): Promise<void> {
  const waiting = await ctx.db.query<{ id: string; attendee_id: string }>(WAITING_IN_SERIES, [seriesId]);
  for (const { id: bookingId, attendee_id: credentialId } of waiting) {
    const asBooker = { ...ctx, actor: { ...actor, objectId: bookingId, credentialId } };
    const decide = (found: Booking) => (isExpired(asBooker, found) ? null : toVerified(asBooker, found));
    await changeBooking(asBooker, { bookingId }, decide, "look at a booking");
  }
}

/** He comes by a proof of his address in place of the booking's link. @throws invalid_one_time_token */
async function assertBooker(ctx: VerifyContext, { bookingId, token }: VerifyBookingEmailInput): Promise<AttendeeActor> {
  const booker = await ctx.db.prisma.attendee.findFirst({
    where: { bookingId, role: "booker" },
    include: { booking: true },
  });
  if (!booker || !isBookingEmailToken(ctx.sealer, { bookingId, email: booker.email }, token)) throw invalidToken();
  const { organisationId } = booker.booking;
  const scopes = new Set(SCOPES_OF.attendee);
  return { kind: "attendee", organisationId, credentialId: booker.id, objectId: bookingId, scopes };
}

function toVerified(ctx: DomainContext, booking: Booking): BookingChange | null {
  const isVerified = !booking.pendingReasons.includes("email_verification");
  if (isVerified && CLAIMING_STATUSES.includes(booking.status)) return null;
  isThereAlready(booking, "confirm");
  assertNotExpired(ctx, booking, "confirm");
  return withoutReason(ctx, booking, "email_verification");
}
