import type { Booking } from "../../domain/booking/booking.ts";
import { markBookingNoShow } from "../../domain/booking/mark-booking-no-show.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const markBookingNoShowRoute: Command<"markBookingNoShow", Booking> = {
  run: (ctx, { params, body, ifVersion }) =>
    markBookingNoShow(ctx, { bookingId: params.bookingId, ifVersion, ...body }),
  answer: bookingAnswer,
};
