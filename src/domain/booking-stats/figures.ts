import { BOOKING_STATUSES, CLAIMING_STATUSES, type BookingStatus } from "../booking/booking.ts";
import type { Expression } from "../shared/projection.ts";
import { sql, type Sql } from "../shared/sql.ts";

/** The states in which a booking earns its price. */
export const EARNING_STATUSES: readonly BookingStatus[] = ["confirmed", "completed"];

/** What of a booking figures are made of, by column. Seconds are floating numbers: they add up faster than intervals. */
export const FIGURE_COLUMNS: Record<string, Expression> = {
  status: (row) => row("status"),
  seconds: (row) => sql`date_part('epoch', ${row("ends_at")} - ${row("starts_at")})`,
  lead_seconds: (row) => sql`date_part('epoch', ${row("starts_at")} - ${row("created_at")})`,
  amount: (row) => row("price_amount_minor"),
  currency: (row) => sql`CASE WHEN ${isIn(row("status"), EARNING_STATUSES)} THEN ${row("price_currency")} END`,
};

/**
 * Figures of all rows, or for each key: a row each, with `key`. Rows are counted by state and currency first, since one
 * count of each row is cheaper than one for each figure.
 * @param rows with FIGURE_COLUMNS
 */
export function figuresOf(rows: Sql, key?: Sql): Sql {
  const by = (...names: string[]) => sql.join([...(key ? ["key"] : []), ...names].map((name) => sql.id(name)));
  const [keyColumn, grouped] = key ? [sql`key, `, sql` GROUP BY key`] : [sql``, sql``];
  const count = (status: BookingStatus) => sql`sum(n) FILTER (WHERE status = ${sql.lit(status)}) AS ${sql.id(status)}`;
  const total = (name: string) => sql`sum(${sql.id(name)}) AS ${sql.id(name)}`;
  return sql`SELECT ${keyColumn}${sql.join(["n", ...BOOKING_STATUSES, "seconds", "lead_seconds"].map(total))},
      jsonb_agg(jsonb_build_object('price_amount_minor', amount, 'price_currency', currency) ORDER BY currency)
        FILTER (WHERE currency IS NOT NULL) AS revenue
    FROM (
      SELECT ${by("currency")}, sum(n) AS n, sum(amount) AS amount, ${sql.join(BOOKING_STATUSES.map(count))},
        sum(seconds) FILTER (WHERE ${isIn(sql`status`, CLAIMING_STATUSES)}) AS seconds,
        sum(lead_seconds) FILTER (WHERE status <> 'declined') AS lead_seconds
      FROM (
        SELECT ${key ? sql`${key} AS key, ` : sql``}status, currency, count(*) AS n,
          sum(seconds) AS seconds, sum(lead_seconds) AS lead_seconds, sum(amount) AS amount
        FROM ${rows} GROUP BY ${by("status", "currency")}
      ) AS counted GROUP BY ${by("currency")}
    ) AS summed${grouped}`;
}

function isIn(status: Sql, statuses: readonly BookingStatus[]): Sql {
  return sql`${status} IN (${sql.join(statuses.map((each) => sql.lit(each)))})`;
}
