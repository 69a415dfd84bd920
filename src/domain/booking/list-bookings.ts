import type { DomainContext } from "../shared/context.ts";
import type { PreparedStatement } from "../shared/database.ts";
import { decodeCursor, toPage, type Page } from "../shared/pagination.ts";
import { BOOKING_COLUMNS, toBooking, type BookingRow } from "./booking-rows.ts";
import { bookingScope } from "./booking.scope.ts";
import type { Booking, BookingStatus } from "./booking.ts";

export interface ListBookingsInput {
  status?: BookingStatus[];
  /** from <= startsAt < to */
  from?: Date;
  to?: Date;
  eventTypeId?: string;
  seriesId?: string;
  groupSessionId?: string;
  hostId?: string;
  order?: "starts_at" | "-starts_at";
  limit: number;
  cursor?: string;
}

/** A page of the bookings that the actor may see, by their start. @throws validation_failed (cursor), forbidden */
export async function listBookings(ctx: DomainContext, input: ListBookingsInput): Promise<Page<Booking>> {
  const scope = bookingScope(ctx, "read bookings");
  // Another member's bookings are not a plain member's to see: then nothing fits both.
  if (scope.hostId !== null && input.hostId !== undefined && input.hostId !== scope.hostId)
    return { data: [], nextCursor: null };

  const { statement, values } = toStatement(scope.organisationId, scope.hostId ?? input.hostId, input);
  const rows = await ctx.db.query<BookingRow>(statement, values);
  return toPage(rows.map(toBooking), input.limit, ({ startsAt, id }) => [startsAt, id]);
}

/**
 * The filters that are set, each as a condition on an index. With a host the list is read off his agenda in
 * `booking_host`, which carries the start for this.
 */
function toStatement(
  organisationId: string,
  hostId: string | undefined,
  input: ListBookingsInput,
): { statement: PreparedStatement; values: unknown[] } {
  const descending = input.order === "-starts_at";
  const start = hostId === undefined ? "b.starts_at" : "s.starts_at";
  const id = hostId === undefined ? "b.id" : "s.booking_id";
  const values: unknown[] = [];
  const shape: string[] = [];
  const conditions: string[] = [];
  /** `letter` tells the shapes of the statement apart in its name, which PostgreSQL cuts at 63 bytes. */
  const where = (letter: string, condition: (...places: string[]) => string, ...bound: unknown[]) => {
    shape.push(letter);
    conditions.push(condition(...bound.map((value) => `$${values.push(value)}`)));
  };

  where("o", (place) => `b.organisation_id = ${place}`, organisationId);
  if (hostId !== undefined) where("h", (place) => `s.member_id = ${place}`, hostId);
  if (input.status?.length === 1) where("s", (place) => `b.status = ${place}`, input.status[0]);
  if (input.status && input.status.length > 1) where("S", (place) => `b.status = ANY(${place})`, input.status);
  if (input.eventTypeId !== undefined) where("e", (place) => `b.event_type_id = ${place}`, input.eventTypeId);
  if (input.groupSessionId !== undefined) where("g", (place) => `b.group_session_id = ${place}`, input.groupSessionId);
  if (input.seriesId !== undefined) where("r", (place) => `b.series_id = ${place}`, input.seriesId);
  if (input.from) where("f", (place) => `${start} >= ${place}`, input.from);
  if (input.to) where("t", (place) => `${start} < ${place}`, input.to);
  if (input.cursor !== undefined) {
    const after = decodeCursor(input.cursor);
    where("c", (at, last) => `(${start}, ${id}) ${descending ? "<" : ">"} (${at}, ${last})`, ...after);
  }

  const direction = descending ? "DESC" : "ASC";
  const source = hostId === undefined ? "booking b" : "booking_host s JOIN booking b ON b.id = s.booking_id";
  return {
    statement: {
      name: `list_bookings_${shape.join("")}_${direction}`,
      text: `SELECT ${BOOKING_COLUMNS} FROM ${source} WHERE ${conditions.join(" AND ")}
        ORDER BY ${start} ${direction}, ${id} ${direction} LIMIT $${values.push(input.limit + 1)}`,
    },
    values,
  };
}
