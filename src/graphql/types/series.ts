import { bookingScope } from "../../domain/booking/booking.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, value, type Condition, type Shape, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { EventType } from "./event-type.ts";
import { creationOrders } from "./list-orders.ts";

const SeriesConflict: Shape = {
  name: "SeriesConflict",
  description: "An occurrence that could not be booked.",
  reads: "properties",
  fields: () => ({
    startsAt: value("Instant", "When it was to start."),
    reason: value("String", "Why it could not."),
  }),
};

/** Whoever hosts one of its bookings sees the series. */
function hostedBy(memberId: string): Condition {
  return {
    value: memberId,
    holds: (row, value) =>
      sql`EXISTS (SELECT FROM booking b JOIN booking_host h ON h.booking_id = b.id WHERE b.series_id = ${row("id")} AND h.member_id = ${value})`,
  };
}

export const Series: Source = {
  name: "Series",
  description: "Bookings that repeat by a rule.",
  reads: "columns",
  table: "series",
  idPrefix: "srs",
  scope(ctx, rule) {
    const { organisationId, hostId } = bookingScope(ctx, rule);
    return [...conditionsOf({ organisationId }), ...(hostId === null ? [] : [hostedBy(hostId)])];
  },
  fields: () => ({
    id: value("ID", "Its identifier."),
    eventTypeId: value("ID", "What was booked."),
    mode: value("String", "How it was booked: `all_or_nothing` or `best_effort`."),
    rrule: value("String", "By which rule it repeats (RFC 5545)."),
    exDates: list("LocalDate", "Dates without an occurrence."),
    zone: value("String", "Whose wall clock it keeps: that of the `attendee` or the `host`."),
    recurrenceTimeZone: value("String", "The IANA time zone of that wall clock."),
    startsAt: value("Instant", "When its first occurrence was to start."),
    durationMinutes: value("Int", "How long each was booked for."),
    timeZone: value("String", "The booker's IANA time zone."),
    hostIds: list("ID", "The members who serve it, as it was booked."),
    conflicts: { kind: "elements", shape: SeriesConflict, description: "What could not be booked when it was made." },
    createdAt: value("Instant", "When it was made."),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What was booked, as it is now, also when it was deleted since.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    bookings: {
      kind: "page",
      description: "Its bookings that the viewer may see, by their start.",
      source: () => Booking,
      local: column("id"),
      foreign: column("series_id"),
      without: ["seriesId", "eventTypeId"],
    },
  }),
  list: {
    filters: {
      eventTypeId: {
        type: "ID",
        description: "Only series of this event type.",
        holds: (row, _through, value) => sql`${row("event_type_id")} = ${value}`,
      },
      hostId: {
        type: "ID",
        description: "Only series that this member serves, as they were booked.",
        holds: (row, _through, value) => sql`${row("host_ids")} @> ARRAY[${value}::text]`,
      },
    },
    orders: creationOrders("The series made"),
  },
};

findRoot("series", Series, "One series of which the viewer may see a booking; null when there is none.");
listRoot("seriesList", Series, "The series of which the viewer may see a booking.");
