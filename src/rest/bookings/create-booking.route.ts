import type { Booking } from "../../domain/booking/booking.ts";
import { createBooking } from "../../domain/booking/create-booking.ts";
import { created } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toBookingResource } from "./booking.resource.ts";

export const createBookingRoute: Command<"createBooking", Booking> = {
  run: (ctx, { body }) =>
    createBooking(ctx, { ...body, startsAt: toDate(body.startsAt), clientCreatedAt: toDate(body.clientCreatedAt) }),
  answer: (booking) => created(`/v1/bookings/${booking.id}`, toBookingResource(booking), { version: booking.version }),
};
