import type { Booking } from "../../domain/booking/booking.ts";
import { declineBooking } from "../../domain/booking/decline-booking.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const declineBookingRoute: Command<"declineBooking", Booking> = {
  run: (ctx, { params, body, ifVersion }) => declineBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body }),
  answer: bookingAnswer,
};
