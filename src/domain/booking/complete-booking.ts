import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { TRANSITIONS, type Booking, type BookingCommand } from "./booking.ts";
import { changeBooking, isThereAlready, transition, type BookingCommandInput } from "./change-booking.ts";

/**
 * Says that a booking took place. Completing twice answers the same booking.
 * @throws not_found, booking_not_completable (also before it starts), stale_version
 */
export async function completeBooking(ctx: DomainContext, input: BookingCommandInput): Promise<Booking> {
  return closeBooking(ctx, input, "complete");
}

/** Closing a booking, one way or the other, is possible once it has started. */
export async function closeBooking(
  ctx: DomainContext,
  input: BookingCommandInput,
  command: BookingCommand & ("complete" | "markNoShow"),
): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, command)) return null;
    assertStarted(ctx, booking, command);
    return transition(ctx, booking, command);
  });
}

function assertStarted(ctx: DomainContext, booking: Booking, command: BookingCommand): void {
  if (booking.startsAt <= ctx.clock.now()) return;
  throw new DomainError(TRANSITIONS[command].refusal, {
    detail: `The booking has not started: it starts at ${booking.startsAt.toISOString()}.`,
  });
}
