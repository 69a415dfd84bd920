import { FIGURE_COLUMNS } from "../../../domain/booking-stats/figures.ts";
import {
  assertStatsRange,
  previousRange,
  spansOf,
  type Spans,
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
export function bookedRows({ bind, share }: TableInput): SharedTable {
  const range = ({ root }: { root: Args }) => rangeOf(root);
  return share("booked", { ...inSpans(bind, range), source: Booking, filters: ["eventTypeId", "hostId"] });
}

/** Those of as long a time just before. */
export function bookedRowsBefore({ bind, share }: TableInput): SharedTable {
  const range = ({ root }: { root: Args }) => previousRange(rangeOf(root));
  return share("booked_before", { ...inSpans(bind, range), source: Booking, filters: ["eventTypeId", "hostId"] });
}

/**
 * Read span by span, each off the index by the start: PostgreSQL cannot know how long a span is, and so does not think of
 * reading the whole table, however much of it one organisation may have.
 */
function inSpans(bind: TableInput["bind"], rangeIn: (values: { root: Args }) => StatsRange) {
  const part = (name: keyof Spans) => bind((values) => spansOf(rangeIn(values))[name]);
  const within: Expression = (row, through) => {
    const start = startsAt(row, through);
    return sql`${start} >= span.begins AND ${start} < span.ends`;
  };
  return {
    beside: sql`unnest(${part("from")}::timestamptz[], ${part("to")}::timestamptz[], ${part("offsetSeconds")}::int[])
      AS span(begins, ends, offset_seconds)`,
    where: [within],
  };
}

/** The same rows with what figures are made of. */
export function withFigures(rows: SharedTable): SharedTable {
  for (const [name, of] of Object.entries(FIGURE_COLUMNS)) rows.column(name, of);
  return rows;
}

/**
 * When each begins by the clocks of the asked zone. PostgreSQL adds the offset that the domain names; it is not asked for
 * a zone, whose rules it may know in another version.
 */
export function localStart(rows: SharedTable): Sql {
  return rows.column(
    "local_start",
    (row, through) => sql`${startsAt(row, through)} AT TIME ZONE 'UTC' + span.offset_seconds * interval '1 second'`,
  );
}
