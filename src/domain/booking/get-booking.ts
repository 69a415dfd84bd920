import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { BOOKING_COLUMNS, toBooking, type BookingRow } from "./booking-rows.ts";
import { bookingScope } from "./booking.scope.ts";
import type { Booking } from "./booking.ts";

export type BookingRule = "look at a booking" | "change bookings" | "move or cancel bookings";

const GET_BOOKING = {
  name: "get_booking",
  text: `SELECT ${BOOKING_COLUMNS} FROM booking b
    WHERE b.id = $1 AND b.organisation_id = $2
      AND ($3::text IS NULL OR EXISTS (SELECT FROM booking_host s WHERE s.booking_id = b.id AND s.member_id = $3))`,
};

/** A booking that the actor may see, or change. @throws not_found, forbidden */
export async function getBooking(
  ctx: DomainContext,
  bookingId: string,
  rule: BookingRule = "look at a booking",
): Promise<Booking> {
  const { organisationId, hostId, bookingId: only } = bookingScope(ctx, rule);
  if (!isId(bookingId, "booking") || (only !== null && only !== bookingId)) throw notFound("booking");
  const [row] = await ctx.db.query<BookingRow>(GET_BOOKING, [bookingId, organisationId, hostId]);
  if (!row) throw notFound("booking");
  return toBooking(row);
}
