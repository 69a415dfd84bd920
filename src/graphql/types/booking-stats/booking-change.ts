import { figuresOf } from "../../../domain/booking-stats/figures.ts";
import type { Expression } from "../../../domain/shared/projection.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import { PRICES } from "../../reading/price.ts";
import { column, value, type Field, type Shape, type Source } from "../../reading/source.ts";
import { bookedRows, bookedRowsBefore, withFigures } from "./booked-rows.ts";
import { ratio } from "./booking-figures.ts";

const COMPARED = ["n", "cancelled", "no_show", "seconds"] as const;

/** By how much it is more: 0.25 for a quarter. */
function growth(name: (typeof COMPARED)[number]): Expression {
  return (row) => {
    const before = sql`coalesce(${row(`${name}_before`)}, 0)`;
    return ratio(sql`(coalesce(${row(name)}, 0) - ${before})`, before);
  };
}

function change(description: string, name: (typeof COMPARED)[number]): Field {
  return value("Float", description, { nullable: true, of: growth(name) });
}

const RevenueChange: Shape = {
  name: "RevenueChange",
  description: "How the revenue in one currency has changed.",
  reads: "properties",
  fields: () => ({
    currency: value("String", "The ISO 4217 code."),
    ratio: value("Float", "0.25 for a quarter more; null where there was none.", { nullable: true }),
  }),
};

const REVENUE_CHANGES = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('currency', price_currency,
    'ratio', ${ratio(sql`(coalesce(n.price_amount_minor, 0) - b.price_amount_minor)`, sql`b.price_amount_minor`)}) ORDER BY price_currency), '[]')
  FROM ${amounts("now", "n")} FULL JOIN ${amounts("before", "b")} USING (price_currency))`;

function amounts(table: string, name: string): Sql {
  return sql`jsonb_to_recordset(${sql.ref(`${table}.revenue`)}) AS ${sql.id(name)}(price_currency text, price_amount_minor numeric)`;
}

/** Of all figures those whose trend says something. */
export const BookingChange: Source = {
  name: "BookingChange",
  description:
    "How figures differ from those of the previous range: 0.25 for a quarter more, -0.5 for half as many; null where there was nothing.",
  reads: "columns",
  price: PRICES.figures,
  table(input) {
    const now = figuresOf(withFigures(bookedRows(input)).name);
    const before = figuresOf(withFigures(bookedRowsBefore(input)).name);
    const columns = COMPARED.map(
      (name) => sql`now.${sql.id(name)}, before.${sql.id(name)} AS ${sql.id(`${name}_before`)}`,
    );
    return sql`SELECT ${sql.join(columns)}, ${REVENUE_CHANGES} AS revenue FROM (${now}) AS now, (${before}) AS before`;
  },
  scope: () => [],
  fields: () => ({
    total: change("Of all bookings.", "n"),
    cancelled: change("Of those that were called off.", "cancelled"),
    noShow: change("Of those to which the attendee did not come.", "no_show"),
    bookedMinutes: change("Of the time that is taken.", "seconds"),
    revenue: {
      kind: "elements",
      shape: RevenueChange,
      description: "Of each currency of either range.",
      of: column("revenue"),
    },
  }),
};
