import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { assertBeforeCutOff } from "./cut-off.ts";
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
  const by = ctx.actor.kind === "attendee" ? "attendee" : "staff";
  const decide = (booking: Booking) => {
    if (isThereAlready(booking, "cancel")) return null;
    assertBeforeCutOff(ctx, booking, "cancel");
    const cancellation = { cancelledAt: ctx.clock.now(), by, reason } as const;
    return transition(ctx, booking, "cancel", { cancellation, sequence: booking.sequence + 1 }, reason);
  };
  return changeBooking(ctx, input, decide, "move or cancel bookings");
}
