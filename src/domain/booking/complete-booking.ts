import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { closeBooking, type CloseBookingInput } from "./close-booking.ts";

/**
 * Says that a booking took place. Completing twice answers the same booking.
 * @throws not_found, booking_not_completable (also before it starts), stale_version
 */
export async function completeBooking(ctx: DomainContext, input: CloseBookingInput): Promise<Booking> {
  return closeBooking(ctx, input, "complete");
}
