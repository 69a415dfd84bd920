import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import type { Booking } from "./booking.ts";
import { changeBooking, isThereAlready, transition, type BookingCommandInput } from "./change-booking.ts";

/**
 * Confirms a pending booking. Confirming twice answers the same booking.
 * @throws not_found, booking_not_confirmable, stale_version
 */
export async function confirmBooking(ctx: DomainContext, input: BookingCommandInput): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, "confirm")) return null;
    assertNotExpired(ctx, booking);
    return transition(ctx, booking, "confirm");
  });
}

function assertNotExpired(ctx: DomainContext, booking: Booking): void {
  if (!booking.expiresAt || ctx.clock.now() < booking.expiresAt) return;
  throw new DomainError("booking_not_confirmable", {
    detail: `The booking could be confirmed until ${booking.expiresAt.toISOString()}.`,
  });
}
