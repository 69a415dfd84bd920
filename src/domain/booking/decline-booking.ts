import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { changeBooking, isThereAlready, transition, type BookingCommandInput } from "./change-booking.ts";

export interface DeclineBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/**
 * Declines a pending booking and frees its time. Declining twice answers the same booking.
 * @throws not_found, booking_not_declinable, stale_version
 */
export async function declineBooking(ctx: DomainContext, input: DeclineBookingInput): Promise<Booking> {
  const reason = input.reason ?? null;
  return changeBooking(ctx, input, (booking) =>
    isThereAlready(booking, "decline") ? null : transition(ctx, booking, "decline", { declineReason: reason }, reason),
  );
}
