import { BOOKING_COLUMNS, toBooking, type BookingRow } from "../booking/booking-rows.ts";
import { bookingScope } from "../booking/booking.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { conflictsToldTo, toSeries, type SeriesWithBookings } from "./series.ts";

const BOOKINGS_OF_SERIES = {
  name: "bookings_of_series",
  text: `SELECT ${BOOKING_COLUMNS} FROM booking b
    WHERE b.series_id = $1 AND b.organisation_id = $2
      AND ($3::text IS NULL OR EXISTS (SELECT FROM booking_host s WHERE s.booking_id = b.id AND s.member_id = $3))
    ORDER BY b.recurrence_id`,
};

/** A series with those of its bookings that the actor may see; without one it is not there for him. @throws not_found, forbidden */
export async function getSeries(ctx: DomainContext, seriesId: string): Promise<SeriesWithBookings> {
  const { organisationId, hostId } = bookingScope(ctx, "read bookings");
  if (!isId(seriesId, "series")) throw notFound("series");
  const [row, rows] = await Promise.all([
    ctx.db.prisma.series.findFirst({ where: { id: seriesId, organisationId } }),
    ctx.db.query<BookingRow>(BOOKINGS_OF_SERIES, [seriesId, organisationId, hostId]),
  ]);
  if (!row || rows.length === 0) throw notFound("series");
  const series = toSeries(row);
  return {
    series: { ...series, conflicts: conflictsToldTo(ctx, series.conflicts) },
    bookings: rows.map(toBooking),
  };
}
