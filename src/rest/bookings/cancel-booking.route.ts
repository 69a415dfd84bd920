import type { Booking } from "../../domain/booking/booking.ts";
import { cancelBooking } from "../../domain/booking/cancel-booking.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const cancelBookingRoute: Command<"cancelBooking", Booking> = {
  run: (ctx, { params, body, ifVersion }) => cancelBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body }),
  answer: bookingAnswer,
};
