import { FIGURE_COLUMNS } from "../../../domain/booking-stats/figures.ts";
import {
  assertStatsRange,
  previousFrom,
  statsOffsets,
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
export function bookedRows({ share }: TableInput): SharedTable {
  return share("booked", { source: Booking, filters: ["from", "to", "eventTypeId", "hostId"] });
}

/** Those of as long a time just before. */
export function bookedRowsBefore({ bind, share }: TableInput): SharedTable {
  const from = bind(({ root }) => previousFrom(rangeOf(root)));
  const to = bind(({ root }) => root.from);
  const within: Expression = (row, through) =>
    sql`${startsAt(row, through)} >= ${from} AND ${startsAt(row, through)} < ${to}`;
  return share("booked_before", { source: Booking, filters: ["eventTypeId", "hostId"], where: [within] });
}

/** The same rows with what figures are made of. */
export function withFigures(rows: SharedTable): SharedTable {
  for (const [name, of] of Object.entries(FIGURE_COLUMNS)) rows.column(name, of);
  return rows;
}

/**
 * When each begins by the clocks of the asked zone. PostgreSQL adds the offset that the domain names for the instant; it
 * is not asked for a zone, whose rules it may know in another version.
 */
export function localStart({ bind }: TableInput, rows: SharedTable): Sql {
  const starts = bind(({ root }) => statsOffsets(rangeOf(root)).starts.map((start) => new Date(start).toISOString()));
  const offsets = bind(({ root }) => statsOffsets(rangeOf(root)).offsets.map((offset) => `${offset / 1000} s`));
  return rows.column("local_start", (row, through) => {
    const start = startsAt(row, through);
    return sql`${start} AT TIME ZONE 'UTC' + (${offsets}::interval[])[width_bucket(${start}, ${starts}::timestamptz[])]`;
  });
}
