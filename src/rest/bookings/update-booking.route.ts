import { updateBooking } from "../../domain/booking/update-booking.ts";
import type { Operation } from "../operation.ts";
import { bookingAnswer } from "./booking.resource.ts";

export const updateBookingRoute: Operation<"updateBooking"> = async (ctx, { params, body, ifVersion }) =>
  bookingAnswer(await updateBooking(ctx, { bookingId: params.bookingId, ifVersion, ...body }), ctx.actor);
