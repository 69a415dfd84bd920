import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { closeBooking, type CloseBookingInput } from "./close-booking.ts";

/**
 * Says that nobody came. Saying it twice answers the same booking.
 * @throws not_found, booking_no_show_not_allowed (also before it starts), stale_version
 */
export async function markBookingNoShow(ctx: DomainContext, input: CloseBookingInput): Promise<Booking> {
  return closeBooking(ctx, input, "markNoShow");
}
