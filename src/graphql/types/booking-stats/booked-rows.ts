import { FIGURE_COLUMNS } from "../../../domain/booking-stats/figures.ts";
import {
  assertStatsRange,
  offsetsWithin,
  previousRange,
  type Offsets,
  type StatsRange,
} from "../../../domain/booking-stats/stats-range.ts";
import type { Expression } from "../../../domain/shared/projection.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import { throughColumn, type Args, type SharedTable, type TableInput } from "../../reading/source.ts";
import { Booking } from "../booking.ts";

const ranges = new WeakMap<Args, StatsRange>();

/** The range that the root's arguments ask for. @throws validation_failed */
export function rangeOf(root: Args): StatsRange {
  let range = ranges.get(root);
  if (!range) {
    range = root as unknown as StatsRange;
    assertStatsRange(range);
    ranges.set(root, range);
  }
  return range;
}

/** Where the start is read: from the agenda where the figures are a host's. */
const startsAt = throughColumn("starts_at");

/** The bookings asked for. */
export function bookedRows(input: TableInput): SharedTable {
  return rowsWithin(input, "booked", ({ root }) => rangeOf(root));
}

/** Those of as long a time just before. */
export function bookedRowsBefore(input: TableInput): SharedTable {
  return rowsWithin(input, "booked_before", ({ root }) => previousRange(rangeOf(root)));
}

function rowsWithin({ bind, share }: TableInput, name: string, range: (values: { root: Args }) => StatsRange) {
  const [from, to] = [bind((values) => range(values).from), bind((values) => range(values).to)];
  const within: Expression = (row, through) => {
    const start = startsAt(row, through);
    return sql`${start} >= ${from} AND ${start} < ${to}`;
  };
  const filters = ["eventTypeId", "hostId"];
  const rows = share(name, { source: Booking, filters, where: [within] });
  for (const [column, of] of Object.entries(FIGURE_COLUMNS)) rows.column(column, of);
  return rows;
}

/**
 * In which of the places between these instants, which rise, each begins: 1 for the first. Where a zone's days and hours
 * lie is for the domain to say; PostgreSQL, which may know its rules in another version, only compares.
 */
export function placeAmong(rows: SharedTable, starts: Sql): Sql {
  return sql`width_bucket(${rows.column("starts_at", startsAt)}, ${starts}::timestamptz[])`;
}

/** When each begins by the clocks of the asked zone. */
export function localStart({ bind }: TableInput, rows: SharedTable): Sql {
  const part = (name: keyof Offsets) => bind(({ root }) => offsetsWithin(rangeOf(root))[name]);
  const offset = sql`(${part("seconds")}::int[])[${placeAmong(rows, part("starts"))}]`;
  return sql`${rows.column("starts_at", startsAt)} AT TIME ZONE 'UTC' + ${offset} * interval '1 second'`;
}
