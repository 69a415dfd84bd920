import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { assertBeforeCutOff } from "./cut-off.ts";
import {
  changeBooking,
  isThereAlready,
  transition,
  type BookingChange,
  type BookingCommandInput,
} from "./change-booking.ts";

export interface CancelBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/**
 * Cancels a booking that the actor may manage and frees its time. Cancelling twice answers the same booking.
 * The cut-off binds attendees, not those who work here.
 * @throws not_found, booking_not_cancellable, stale_version
 */
export async function cancelBooking(ctx: DomainContext, input: CancelBookingInput): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => cancellationOf(ctx, booking, input), "move or cancel bookings");
}

/** What cancelling makes of a booking; null when it is cancelled already. @throws booking_not_cancellable */
export function cancellationOf(
  ctx: DomainContext,
  booking: Booking,
  { reason = null }: CancelBookingInput,
): BookingChange | null {
  if (isThereAlready(booking, "cancel")) return null;
  assertBeforeCutOff(ctx, booking, "cancel");
  const by = ctx.actor.kind === "attendee" ? "attendee" : "staff";
  const cancellation = { cancelledAt: ctx.clock.now(), by, reason } as const;
  return transition(ctx, booking, "cancel", { cancellation, sequence: booking.sequence + 1 }, reason);
}
