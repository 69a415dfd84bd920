import { countedBookings, uncounted } from "../../../domain/booking-stats/figures.ts";
import { periodsWithin, type Periods, type StatsInterval } from "../../../domain/booking-stats/stats-range.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import { builder } from "../../builder.ts";
import { PRICES } from "../../reading/price.ts";
import { column, value, type Args, type AsideField, type Source } from "../../reading/source.ts";
import { bookedRows, placeAmong, rangeOf } from "./booked-rows.ts";
import { countingFor, figuresField } from "./booking-figures.ts";

const StatsIntervalEnum = builder.enumType("StatsInterval", {
  description: "How long the periods of a series are.",
  values: {
    day: { description: "A local date." },
    week: { description: "An ISO week, from Monday." },
    month: { description: "A month of the calendar." },
  } satisfies Record<StatsInterval, object>,
});

const periods = new WeakMap<Args, Partial<Record<StatsInterval, Periods>>>();

function periodsOf(root: Args, own: Args): Periods {
  const interval = own.interval as StatsInterval;
  let known = periods.get(root);
  if (!known) periods.set(root, (known = {}));
  return (known[interval] ??= periodsWithin(rangeOf(root), interval));
}

const BookingPeriod: Source = {
  name: "BookingPeriod",
  description: "A day, week or month of the asked zone, and the bookings that begin in it.",
  reads: "columns",
  price: PRICES.group,
  table(input) {
    const rows = bookedRows(input);
    const part = (name: keyof Periods) => input.bind(({ root, own }) => periodsOf(root, own)[name]);
    const names = sql`${part("names")}::date[]`;
    const key = {
      name: "starts_on",
      by: placeAmong(rows, part("starts")),
      to: (place: Sql) => sql`(${names})[${place}]`,
    };
    const counting = { ...countingFor(input.asked), key };
    return sql`${countedBookings(rows.name, counting)} UNION ALL ${uncounted(sql`unnest(${names})`, counting)}`;
  },
  groupBy: [column("starts_on")],
  scope: () => [],
  fields: () => ({
    startsOn: value("LocalDate", "Its first date; of a first week or month it may lie before the range."),
    figures: figuresField,
  }),
};

/** A point for each period, as though each were a day's. */
const DAYS_OF: Record<StatsInterval, number> = { day: 366, week: 53, month: 13 };

export const seriesField: AsideField = {
  kind: "aside",
  isList: true,
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
  order: [column("starts_on")],
};
