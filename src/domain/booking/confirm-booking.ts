import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { assertNotExpired, changeBooking, isThereAlready, type BookingCommandInput } from "./change-booking.ts";
import { withoutReason } from "./pending.ts";

export interface ConfirmBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/**
 * Confirms a pending booking; one that waits for something else too stays pending. Confirming twice answers the same booking.
 * @throws not_found, booking_not_confirmable, stale_version
 */
export async function confirmBooking(ctx: DomainContext, input: ConfirmBookingInput): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, "confirm")) return null;
    assertNotExpired(ctx, booking, "confirm");
    return isForOthers(booking) ? null : withoutReason(ctx, booking, "confirmation", input.reason);
  });
}

/** Whether it waits, but for nothing that the organisation could give. */
function isForOthers({ pendingReasons }: Booking): boolean {
  return pendingReasons.length > 0 && !pendingReasons.includes("confirmation");
}
