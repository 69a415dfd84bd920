import { BOOKING_COLUMNS, toBooking, type BookingRow } from "../booking/booking-rows.ts";
import { bookingScope } from "../booking/booking.scope.ts";
import type { BookingRule } from "../booking/get-booking.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { conflictsToldTo, toSeries, type SeriesWithBookings } from "./series.ts";

/** An attendee sees those of the series of his booking that he takes part in, by his address. */
const BOOKINGS_OF_SERIES = {
  name: "bookings_of_series",
  text: `SELECT ${BOOKING_COLUMNS} FROM booking b
    WHERE b.series_id = $1 AND b.organisation_id = $2
      AND ($3::text IS NULL OR EXISTS (SELECT FROM booking_host s WHERE s.booking_id = b.id AND s.member_id = $3))
      AND ($4::text IS NULL OR EXISTS (
        SELECT FROM attendee a JOIN attendee own ON own.email = a.email JOIN booking of ON of.id = own.booking_id
        WHERE a.booking_id = b.id AND own.id = $5 AND of.id = $4 AND of.series_id = $1
      ))
    ORDER BY b.recurrence_id`,
};

/** A series with those of its bookings that the actor may see; without one it is not there for him. @throws not_found, forbidden */
export async function getSeries(
  ctx: DomainContext,
  seriesId: string,
  rule: BookingRule = "look at a booking",
): Promise<SeriesWithBookings> {
  const { organisationId, hostId, bookingId } = bookingScope(ctx, rule);
  if (!isId(seriesId, "series")) throw notFound("series");
  const [row, rows] = await Promise.all([
    ctx.db.prisma.series.findFirst({ where: { id: seriesId, organisationId } }),
    ctx.db.query<BookingRow>(BOOKINGS_OF_SERIES, [seriesId, organisationId, hostId, bookingId, ctx.actor.credentialId]),
  ]);
  if (!row || rows.length === 0) throw notFound("series");
  const series = toSeries(row);
  return {
    series: { ...series, conflicts: conflictsToldTo(ctx, series.conflicts) },
    bookings: rows.map(toBooking),
  };
}
