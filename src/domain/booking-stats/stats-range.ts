import { assertValid, type FieldError } from "../shared/errors.ts";
import { DAY_MS, localDateOfDay, weekdayOfDay } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import { zoneOffsetsWithin } from "../shared/zone-offsets.ts";

/** What figures are asked of: bookings with from <= startsAt < to, told in the dates and hours of a zone. */
export interface StatsRange {
  from: Date;
  to: Date;
  timeZone: string;
}

export const STATS_INTERVALS = ["day", "week", "month"] as const;
export type StatsInterval = (typeof STATS_INTERVALS)[number];

const LONGEST_RANGE_DAYS = 366;

/** @throws validation_failed */
export function assertStatsRange({ from, to, timeZone }: StatsRange): void {
  const errors: FieldError[] = [];
  if (to <= from) errors.push({ pointer: "?to", message: "must be later than from" });
  if (to.getTime() - from.getTime() > LONGEST_RANGE_DAYS * DAY_MS)
    errors.push({ pointer: "?to", message: `must be at most ${LONGEST_RANGE_DAYS} days after from` });
  if (!isTimeZone(timeZone)) errors.push({ pointer: "?timeZone", message: "must be an IANA time zone identifier" });
  assertValid(errors);
}

/** As long a time just before. */
export function previousRange({ from, to, timeZone }: StatsRange): StatsRange {
  return { from: new Date(2 * from.getTime() - to.getTime()), to: from, timeZone };
}

/** The zone's offsets within a range, as the database takes them: each from its start to the next one's. */
export interface Offsets {
  starts: Date[];
  /** East of UTC. */
  seconds: number[];
}

export function offsetsWithin({ from, to, timeZone }: StatsRange): Offsets {
  const { starts, offsets } = zoneOffsetsWithin(timeZone, from.getTime(), to.getTime());
  return { starts: starts.map((start) => new Date(start)), seconds: offsets.map((offset) => offset / 1000) };
}

/**
 * The days, ISO weeks or months of a range, each named by its first local date, "YYYY-MM-DD", which of a first week or
 * month may lie before the range. From each start to the next one clocks show the period of that place in `names`; a
 * period has two of them where clocks go back over midnight.
 */
export interface Periods {
  starts: Date[];
  names: string[];
}

export function periodsWithin({ from, to, timeZone }: StatsRange, interval: StatsInterval): Periods {
  const { starts, offsets } = zoneOffsetsWithin(timeZone, from.getTime(), to.getTime());
  const periods: Periods = { starts: [], names: [] };
  for (const [i, start] of starts.entries()) {
    const [end, offset] = [starts[i + 1] ?? to.getTime(), offsets[i]!];
    for (let ms = start; ms < end; ms = endOfDay(ms, offset)) {
      const name = startOf(interval, Math.floor((ms + offset) / DAY_MS));
      if (name === periods.names.at(-1)) continue;
      periods.starts.push(new Date(ms));
      periods.names.push(name);
    }
  }
  return periods;
}

function endOfDay(ms: number, offset: number): number {
  return (Math.floor((ms + offset) / DAY_MS) + 1) * DAY_MS - offset;
}

function startOf(interval: StatsInterval, day: number): string {
  if (interval === "week") return localDateOfDay(day - weekdayOfDay(day));
  const date = localDateOfDay(day);
  return interval === "month" ? `${date.slice(0, 7)}-01` : date;
}
