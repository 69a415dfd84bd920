import { ofSomebody } from "../../domain/booking/search-text.ts";
import { sql } from "../../domain/shared/sql.ts";
import { listRoot } from "../reading/declare.ts";
import { column, throughColumn, value, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { SEARCH_RULES, searchFilter } from "./search-filter.ts";

const startsAt = throughColumn("starts_at");

export const Attendee: Source = {
  name: "Attendee",
  description: "A person who takes part in a booking.",
  reads: "columns",
  table: "attendee",
  idPrefix: "att",
  scope: () => [],
  via: { source: () => Booking, column: "booking_id" },
  fields: () => ({
    id: value("ID", "Its identifier."),
    role: value("String", "`booker` or `guest`."),
    name: value("String", "What the person is called.", { nullable: true }),
    email: value("String", "Lower case."),
    phone: value("String", "In E.164 form.", { nullable: true }),
    locale: value("String", "A BCP 47 language tag.", { nullable: true }),
    timeZone: value("String", "An IANA time zone.", { nullable: true }),
    booking: {
      kind: "one",
      description: "What the person takes part in.",
      source: () => Booking,
      local: column("booking_id"),
      foreign: column("id"),
    },
  }),
  list: {
    through: { table: "booking", own: "id", target: "booking_id" },
    filters: {
      search: {
        ...searchFilter,
        description: `Only those with this text in their name, e-mail address or telephone number. ${SEARCH_RULES}`,
        // The booking's text, which is all of its attendees' together, is what has an index. Behind the CASE PostgreSQL
        // expects nothing of the rest: it would look through all attendees for the few that it thinks fit.
        holds: (row, booking, value) => {
          const own = [sql`lower(${row("name")})`, row("email"), row("phone")].map(
            (part) => sql`${part} LIKE ${value}`,
          );
          return sql`${booking("search_text")} LIKE ${ofSomebody(value)} AND CASE WHEN ${sql.join(own, sql` OR `)} THEN true END`;
        },
      },
      from: {
        type: "Instant",
        description: "Only of bookings with from <= startsAt.",
        holds: (_row, booking, value) => sql`${booking("starts_at")} >= ${value}`,
      },
      to: {
        type: "Instant",
        description: "Only of bookings with startsAt < to.",
        holds: (_row, booking, value) => sql`${booking("starts_at")} < ${value}`,
      },
    },
    orders: {
      starts_at_asc: { by: startsAt, descending: false, description: "Of the earliest booking first." },
      starts_at_desc: { by: startsAt, descending: true, description: "Of the latest booking first." },
    },
  },
};

listRoot("attendees", Attendee, "Who takes part in the bookings that the viewer may see, by the bookings' start.");
