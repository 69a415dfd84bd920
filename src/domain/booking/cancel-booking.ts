import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { changeBooking, isThereAlready, transition, type BookingCommandInput } from "./change-booking.ts";

export interface CancelBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/**
 * Cancels a booking that the actor may manage and frees its time. Cancelling twice answers the same booking.
 * The cut-off binds attendees, not those who work here.
 * @throws not_found, booking_not_cancellable, stale_version
 */
export async function cancelBooking(ctx: DomainContext, input: CancelBookingInput): Promise<Booking> {
  const reason = input.reason ?? null;
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, "cancel")) return null;
    const cancellation = { cancelledAt: ctx.clock.now(), by: "staff" as const, reason };
    return transition(ctx, booking, "cancel", { cancellation, sequence: booking.sequence + 1 }, reason);
  });
}
