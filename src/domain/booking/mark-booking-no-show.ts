import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import type { BookingCommandInput } from "./change-booking.ts";
import { closeBooking } from "./complete-booking.ts";

/**
 * Says that nobody came. Saying it twice answers the same booking.
 * @throws not_found, booking_no_show_not_allowed (also before it starts), stale_version
 */
export async function markBookingNoShow(ctx: DomainContext, input: BookingCommandInput): Promise<Booking> {
  return closeBooking(ctx, input, "markNoShow");
}
