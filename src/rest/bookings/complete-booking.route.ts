import type { Booking } from "../../domain/booking/booking.ts";
import { completeBooking } from "../../domain/booking/complete-booking.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const completeBookingRoute: Command<"completeBooking", Booking> = {
  run: (ctx, { params, body, ifVersion }) => completeBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body }),
  answer: bookingAnswer,
};
