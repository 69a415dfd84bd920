import { column, value, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";

export const Attendee: Source = {
  name: "Attendee",
  description: "A person who takes part in a booking.",
  reads: "columns",
  table: "attendee",
  idPrefix: "att",
  needs: "bookings:read",
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
};
