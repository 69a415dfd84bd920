import { countedBookings } from "../../../domain/booking-stats/figures.ts";
import type { Expression } from "../../../domain/shared/projection.ts";
import { sql } from "../../../domain/shared/sql.ts";
import { PRICES } from "../../reading/price.ts";
import { column, value, type Field, type Shape, type Source } from "../../reading/source.ts";
import { bookedRows, bookedRowsBefore } from "./booked-rows.ts";
import { ratio, total } from "./booking-figures.ts";

const COMPARED = ["n", "cancelled", "no_show", "seconds", "price_amount_minor"] as const;

/** By how much it is more: 0.25 for a quarter. */
function growth(name: (typeof COMPARED)[number]): Expression {
  return (row) => {
    const before = total(row, `${name}_before`);
    return ratio(sql`(${total(row, name)} - ${before})`, before);
  };
}

function change(description: string, name: (typeof COMPARED)[number]): Field {
  return value("Float", description, { nullable: true, of: growth(name) });
}

const RevenueChange: Shape = {
  name: "RevenueChange",
  description: "How the revenue in one currency has changed.",
  reads: "columns",
  fields: () => ({
    currency: value("String", "The ISO 4217 code.", { of: column("price_currency") }),
    ratio: value("Float", "0.25 for a quarter more; null where there was none.", {
      nullable: true,
      of(row) {
        const before = row("price_amount_minor_before");
        return ratio(sql`(coalesce(${row("price_amount_minor")}, 0) - ${before})`, before);
      },
    }),
  }),
};

/** Of all figures those whose trend says something. */
export const BookingChange: Source = {
  name: "BookingChange",
  description:
    "How figures differ from those of the previous range: 0.25 for a quarter more, -0.5 for half as many; null where there was nothing.",
  reads: "columns",
  price: PRICES.figures,
  /** For each currency the sums of both ranges beside each other. */
  table(input) {
    const counting = { byStatus: true, byCurrency: true };
    const now = sql`SELECT false AS is_before, * FROM (${countedBookings(bookedRows(input).name, counting)}) AS now`;
    const before = sql`SELECT true, * FROM (${countedBookings(bookedRowsBefore(input).name, counting)}) AS before`;
    const sums = COMPARED.map((name) => {
      const [own, ofBefore] = [sql.id(name), sql.id(`${name}_before`)];
      return sql`sum(${own}) FILTER (WHERE NOT is_before) AS ${own}, sum(${own}) FILTER (WHERE is_before) AS ${ofBefore}`;
    });
    return sql`SELECT price_currency, ${sql.join(sums)} FROM (${now} UNION ALL ${before}) AS ranges GROUP BY price_currency`;
  },
  groupBy: [],
  scope: () => [],
  fields: () => ({
    total: change("Of all bookings.", "n"),
    cancelled: change("Of those that were called off.", "cancelled"),
    noShow: change("Of those to which the attendee did not come.", "no_show"),
    bookedMinutes: change("Of the time that is taken.", "seconds"),
    revenue: {
      kind: "grouped",
      shape: RevenueChange,
      description: "Of each currency of either range.",
      only: (row) => sql`coalesce(${row("price_amount_minor")}, ${row("price_amount_minor_before")}) IS NOT NULL`,
      order: column("price_currency"),
    },
  }),
};
