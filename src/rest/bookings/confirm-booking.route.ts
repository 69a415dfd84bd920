import type { Booking } from "../../domain/booking/booking.ts";
import { confirmBooking } from "../../domain/booking/confirm-booking.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const confirmBookingRoute: Command<"confirmBooking", Booking> = {
  run: (ctx, { params, body, ifVersion }) => confirmBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body }),
  answer: bookingAnswer,
};
