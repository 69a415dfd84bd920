import type { Booking } from "../../domain/booking/booking.ts";
import { rescheduleBooking } from "../../domain/booking/reschedule-booking.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const rescheduleBookingRoute: Command<"rescheduleBooking", Booking> = {
  run: (ctx, { params, body, ifVersion }) =>
    rescheduleBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body, startsAt: toDate(body.startsAt) }),
  answer: bookingAnswer,
};
