import { figuresOf } from "../../../domain/booking-stats/figures.ts";
import { periodStarts, type StatsInterval } from "../../../domain/booking-stats/stats-range.ts";
import { sql } from "../../../domain/shared/sql.ts";
import { builder } from "../../builder.ts";
import { PRICES } from "../../reading/price.ts";
import { column, value, type LinkField, type Source } from "../../reading/source.ts";
import { bookedRows, localStart, rangeOf, withFigures } from "./booked-rows.ts";
import { figuresField } from "./booking-figures.ts";

const StatsIntervalEnum = builder.enumType("StatsInterval", {
  description: "How long the periods of a series are.",
  values: {
    day: { description: "A local date." },
    week: { description: "An ISO week, from Monday." },
    month: { description: "A month of the calendar." },
  } satisfies Record<StatsInterval, object>,
});

const BookingPeriod: Source = {
  name: "BookingPeriod",
  description: "A day, week or month of the asked zone, and the bookings that begin in it.",
  reads: "columns",
  price: PRICES.group,
  table(input) {
    const { bind } = input;
    const rows = withFigures(bookedRows(input));
    const interval = bind(({ own }) => own.interval);
    const starts = bind(({ root, own }) => periodStarts(rangeOf(root), own.interval as StatsInterval));
    const startsOn = sql`date_trunc(${interval}, ${localStart(rows)})::date`;
    return sql`SELECT * FROM unnest(${starts}::date[]) AS starts_on LEFT JOIN (${figuresOf(rows.name, startsOn)}) AS f ON key = starts_on`;
  },
  scope: () => [],
  fields: () => ({
    startsOn: value("LocalDate", "Its first date; of a first week or month it may lie before the range."),
    figures: figuresField,
  }),
};

/** A point for each period, as though each were a day's. */
const DAYS_OF: Record<StatsInterval, number> = { day: 366, week: 53, month: 13 };

export const seriesField: LinkField = {
  kind: "many",
  description:
    "The figures by day, week or month: every period that the range touches, in order, also where it is empty.",
  source: () => BookingPeriod,
  args: {
    interval: {
      type: StatsIntervalEnum,
      isRequired: true,
      defaultValue: "day",
      description: "How long the periods are.",
    },
  },
  expected: ({ interval }) => DAYS_OF[interval as StatsInterval],
  local: () => sql`true`,
  foreign: () => sql`true`,
  order: [column("starts_on")],
};
