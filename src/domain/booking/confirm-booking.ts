import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import {
  assertNotExpired,
  changeBooking,
  isThereAlready,
  transition,
  type BookingCommandInput,
} from "./change-booking.ts";

export interface ConfirmBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/**
 * Confirms a pending booking. Confirming twice answers the same booking.
 * @throws not_found, booking_not_confirmable, stale_version
 */
export async function confirmBooking(ctx: DomainContext, input: ConfirmBookingInput): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, "confirm")) return null;
    assertNotExpired(ctx, booking, "confirm");
    return transition(ctx, booking, "confirm", {}, input.reason);
  });
}
