import { cancelAttendee } from "../../domain/booking/cancel-attendee.ts";
import type { Booking } from "../../domain/booking/booking.ts";
import type { Command } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const cancelAttendeeRoute: Command<"cancelAttendee", Booking> = {
  run: (ctx, { params, body, ifVersion }) => cancelAttendee(ctx, { ...params, ifVersion, ...body }),
  answer: bookingAnswer,
};
