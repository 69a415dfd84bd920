import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { TRANSITIONS, type Booking, type BookingCommand } from "./booking.ts";
import { changeBooking, isThereAlready, transition, type BookingCommandInput } from "./change-booking.ts";

export interface CloseBookingInput extends BookingCommandInput {
  reason?: string | null;
}

/** Closing a booking, one way or the other, is possible once it has started. */
export async function closeBooking(
  ctx: DomainContext,
  input: CloseBookingInput,
  command: BookingCommand & ("complete" | "markNoShow"),
): Promise<Booking> {
  return changeBooking(ctx, input, (booking) => {
    if (isThereAlready(booking, command)) return null;
    assertStarted(ctx, booking, command);
    return transition(ctx, booking, command, {}, input.reason);
  });
}

function assertStarted(ctx: DomainContext, booking: Booking, command: BookingCommand): void {
  if (booking.startsAt <= ctx.clock.now()) return;
  throw new DomainError(TRANSITIONS[command].refusal, {
    detail: `The booking has not started: it starts at ${booking.startsAt.toISOString()}.`,
  });
}
