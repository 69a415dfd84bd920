import { assertValid, type FieldError } from "../shared/errors.ts";
import { DAY_MS, localDateOfDay, weekdayOfDay } from "../shared/local-date.ts";
import { isTimeZone, localDaysWithin } from "../shared/time-zone.ts";
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

/** A range cut where clocks change: the zone keeps one offset in each. As the database takes them, list by list. */
export interface Spans {
  from: Date[];
  to: Date[];
  /** East of UTC. */
  offsetSeconds: number[];
}

export function spansOf({ from, to, timeZone }: StatsRange): Spans {
  const { starts, offsets } = zoneOffsetsWithin(timeZone, from.getTime(), to.getTime());
  const begins = starts.map((start) => new Date(start));
  return { from: begins, to: [...begins.slice(1), to], offsetSeconds: offsets.map((offset) => offset / 1000) };
}

/** The first local date of every day, ISO week or month that the range touches, "YYYY-MM-DD"; of a first week or month it may lie before the range. */
export function periodStarts({ from, to, timeZone }: StatsRange, interval: StatsInterval): string[] {
  const days = localDaysWithin(timeZone, from.getTime(), to.getTime());
  return [...new Set(days.map((day) => startOf(interval, day)))];
}

function startOf(interval: StatsInterval, day: number): string {
  if (interval === "week") return localDateOfDay(day - weekdayOfDay(day));
  const date = localDateOfDay(day);
  return interval === "month" ? `${date.slice(0, 7)}-01` : date;
}
