import { sql } from "../../../domain/shared/sql.ts";
import { onlyRoot } from "../../reading/declare.ts";
import { PRICES } from "../../reading/price.ts";
import type { Argument, AsideField, Source } from "../../reading/source.ts";
import { bookedRows, bookedRowsBefore, rangeOf } from "./booked-rows.ts";
import { BookingChange } from "./booking-change.ts";
import { figuresSource } from "./booking-figures.ts";
import { groupFields } from "./groups.ts";
import { seriesField } from "./series.ts";

const Totals = figuresSource(bookedRows);
const Previous = { ...figuresSource(bookedRowsBefore), price: PRICES.figures };

function figuresOfAll(source: Source, description: string): AsideField {
  return { kind: "aside", isList: false, description, source: () => source, expected: () => 1 };
}

const BookingStats: Source = {
  name: "BookingStats",
  description:
    "Figures of the bookings that begin in a range of time. Each part is worked out only where it is asked for.",
  reads: "columns",
  price: PRICES.figures,
  // Looked at before anything is read, whatever is asked for of it.
  table: ({ bind }) => sql`SELECT ${bind(({ root }) => rangeOf(root).from)}::timestamptz AS "from"`,
  scope: () => [],
  fields: () => ({
    totals: figuresOfAll(Totals, "Of the whole range."),
    previous: figuresOfAll(Previous, "Of as long a time just before the range."),
    change: figuresOfAll(BookingChange, "How the figures of the range differ from the previous ones."),
    series: seriesField,
    ...groupFields,
  }),
};

const ARGS: Record<string, Argument> = {
  from: { type: "Instant", isRequired: true, description: "from <= startsAt." },
  to: { type: "Instant", isRequired: true, description: "startsAt < to; at most 366 days after `from`." },
  timeZone: { type: "String", isRequired: true, description: "The IANA time zone whose dates and hours are meant." },
  eventTypeId: { type: "ID", description: "Only bookings of this event type." },
  hostId: { type: "ID", description: "Only bookings that this member hosts." },
};

onlyRoot(
  "bookingStats",
  BookingStats,
  "Figures of the bookings that the viewer may see, for a dashboard: a plain member's are of his own.",
  ARGS,
);
