import { BOOKING_STATUSES, CLAIMING_STATUSES, type BookingStatus } from "../booking/booking.ts";
import type { Expression } from "../shared/projection.ts";
import { sql, type Sql } from "../shared/sql.ts";

/** The states in which a booking earns its price. */
const EARNING_STATUSES: readonly BookingStatus[] = ["confirmed", "completed"];

/** What of a booking figures are made of, by column. Seconds are floating numbers: they add up faster than intervals. */
export const FIGURE_COLUMNS: Record<string, Expression> = {
  status: (row) => row("status"),
  seconds: (row) => sql`date_part('epoch', ${row("ends_at")} - ${row("starts_at")})`,
  lead_seconds: (row) => sql`date_part('epoch', ${row("starts_at")} - ${row("created_at")})`,
  price_amount_minor: (row) => row("price_amount_minor"),
  price_currency: (row) => row("price_currency"),
};

/** What bookings are counted for. A count costs less the less of them it tells apart. */
export interface Counting {
  /** What to group them by, under which name; `to` makes the key of what they are grouped by, which may be cheaper to have. */
  key?: { name: string; by: Sql; to?: (by: Sql) => Sql };
  /** Whether their states matter beyond which of them earn. */
  byStatus: boolean;
  byCurrency: boolean;
}

/**
 * Bookings as a few rows of sums, one for each key and currency: `n` of them and, of those that earn, `price_amount_minor`,
 * null where none does; with `byStatus` how many there are in each state, the `seconds` of those that take time and the
 * `lead_seconds` of those that were not declined. Rows are counted by state first: a comparison for each figure costs more.
 * @param rows with FIGURE_COLUMNS
 */
export function countedBookings(rows: Sql, { key, byStatus, byCurrency }: Counting): Sql {
  const list = (...parts: (Sql | false | undefined)[]) => parts.filter((part) => part !== undefined && part !== false);
  const currency = byCurrency && sql`price_currency`;
  const status = byStatus && sql`status`;
  const earning = sql` FILTER (WHERE ${isIn(EARNING_STATUSES)})`;

  const counted = list(
    key && sql`${key.by} AS key`,
    currency,
    status,
    sql`count(*) AS n`,
    sql`sum(price_amount_minor)${byStatus ? sql`` : earning} AS price_amount_minor`,
    ...(byStatus ? [sql`sum(seconds) AS seconds`, sql`sum(lead_seconds) AS lead_seconds`] : []),
  );
  const summed = list(
    key && sql`${key.to?.(sql`key`) ?? sql`key`} AS ${sql.id(key.name)}`,
    currency,
    sql`sum(n) AS n`,
    sql`sum(price_amount_minor)${byStatus ? earning : sql``} AS price_amount_minor`,
    ...(byStatus ? SUMS_BY_STATUS : []),
  );
  const inState = sql`SELECT ${sql.join(counted)} FROM ${rows}${groupedBy(list(key && sql`key`, currency, status))}`;
  return sql`SELECT ${sql.join(summed)} FROM (${inState}) AS counted${groupedBy(list(key && sql.id(key.name), currency))}`;
}

const SUMS_BY_STATUS = [
  ...BOOKING_STATUSES.map((status) => sql`sum(n) FILTER (WHERE ${isIn([status])}) AS ${sql.id(status)}`),
  sql`sum(seconds) FILTER (WHERE ${isIn(CLAIMING_STATUSES)}) AS seconds`,
  sql`sum(lead_seconds) FILTER (WHERE status <> 'declined') AS lead_seconds`,
];

/** Rows with the columns of such a count for keys that are to be there whatever was counted. @param keys a set of them */
export function uncounted(keys: Sql, { byStatus, byCurrency }: Counting): Sql {
  const others = (byCurrency ? 1 : 0) + 2 + (byStatus ? SUMS_BY_STATUS.length : 0);
  return sql`SELECT ${sql.join([keys, ...Array<Sql>(others).fill(sql`NULL`)])}`;
}

function groupedBy(keys: Sql[]): Sql {
  return keys.length > 0 ? sql` GROUP BY ${sql.join(keys)}` : sql``;
}

function isIn(statuses: readonly BookingStatus[]): Sql {
  return sql`status IN (${sql.join(statuses.map((each) => sql.lit(each)))})`;
}
