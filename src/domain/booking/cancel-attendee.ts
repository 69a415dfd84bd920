import type { DomainContext } from "../shared/context.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { toAttendeePayload, toBookingPayload } from "./booking-rows.ts";
import { TRANSITIONS, type Attendee, type Booking } from "./booking.ts";
import { cancellationOf, type CancelBookingInput } from "./cancel-booking.ts";
import { changeBooking, isThereAlready, type BookingChange } from "./change-booking.ts";
import { assertBeforeCutOff } from "./cut-off.ts";

export interface CancelAttendeeInput extends CancelBookingInput {
  attendeeId: string;
}

/**
 * Takes one of several attendees out of a booking; of a group event his place is free again. The last one cancels the booking.
 * The booker stays as long as his guests do: the booking is his, so whoever wants him out means the booking.
 * @throws not_found, booking_not_cancellable, stale_version
 */
export async function cancelAttendee(ctx: DomainContext, input: CancelAttendeeInput): Promise<Booking> {
  const decide = (booking: Booking) => {
    const attendee = booking.attendees.find(({ id }) => id === input.attendeeId);
    if (!attendee) throw notFound("attendee of this booking");
    if (booking.attendees.length === 1) return cancellationOf(ctx, booking, input);
    if (isThereAlready(booking, "cancel")) return null;
    assertBeforeCutOff(ctx, booking, "cancel");
    if (attendee.role === "booker") throw comesWithGuests(booking);
    return withoutAttendee(ctx, booking, attendee, input);
  };
  return changeBooking(ctx, input, decide, "move or cancel bookings");
}

function withoutAttendee(
  ctx: DomainContext,
  booking: Booking,
  attendee: Attendee,
  { reason }: CancelAttendeeInput,
): BookingChange {
  const attendees = booking.attendees.filter(({ id }) => id !== attendee.id);
  const changed = { ...booking, attendees, version: booking.version + 1, updatedAt: ctx.clock.now() };
  const idsOf = (all: readonly Attendee[]) => all.map(({ id }) => id);
  return {
    booking: changed,
    releases: false,
    leaves: attendee.id,
    record: {
      type: "booking.attendee_cancelled",
      objectId: booking.id,
      payload: { ...toBookingPayload(changed), attendee: toAttendeePayload(attendee) },
      changes: {
        attendeeIds: [idsOf(booking.attendees), idsOf(attendees)],
        version: [booking.version, changed.version],
      },
      reason,
    },
  };
}

function comesWithGuests({ attendees }: Booking): DomainError {
  return new DomainError(TRANSITIONS.cancel.refusal, {
    detail: `The booker takes part as long as his guests do, who are ${attendees.length - 1}: cancel the booking, or them first.`,
  });
}
