import { expandBookings } from "../../domain/booking/expand-bookings.ts";
import { listBookings } from "../../domain/booking/list-bookings.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toExpandedBookingResource } from "./booking.resource.ts";

export const listBookingsRoute: Operation<"listBookings"> = async (ctx, { query }) => {
  const page = await listBookings(ctx, { ...query, from: toDateIfGiven(query.from), to: toDateIfGiven(query.to) });
  const data = await expandBookings(ctx, page.data, query.expand);
  return ok(toListResource({ ...page, data }, toExpandedBookingResource));
};
