import { asSeenBy } from "../../domain/booking/as-seen-by.ts";
import { expandBookings } from "../../domain/booking/expand-bookings.ts";
import { getBooking } from "../../domain/booking/get-booking.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toExpandedBookingResource } from "./booking.resource.ts";

export const getBookingRoute: Operation<"getBooking"> = async (ctx, { params, query }) => {
  const booking = await getBooking(ctx, params.bookingId);
  const [expanded] = await expandBookings(ctx, [asSeenBy(ctx.actor, booking)], query.expand);
  const taggedByBody = query.expand !== undefined;
  return ok(toExpandedBookingResource(expanded!), { version: booking.version, taggedByBody });
};
