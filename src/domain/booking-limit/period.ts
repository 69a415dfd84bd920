import type { Range } from "../availability/bookable-range.ts";
import { dayOfLocalDate, localDateOfDay, weekdayOfDay } from "../shared/local-date.ts";
import { localDayOf, startOfLocalDay } from "../shared/time-zone.ts";
import type { LimitPeriod } from "./booking-limit.ts";

/** The local day, ISO week or month of a zone that the instant (epoch ms) lies in, as instants. */
export function periodOf(timeZone: string, per: LimitPeriod, instant: number): Range {
  const [first, next] = daysOf(per, calendarDayOf(timeZone, instant));
  return { from: startOfLocalDay(timeZone, first), to: startOfLocalDay(timeZone, next) };
}

/** All of them that have a moment in common with [from, to), ascending. */
export function periodsWithin(timeZone: string, per: LimitPeriod, { from, to }: Range): Range[] {
  const periods: Range[] = [];
  for (let next = from; next < to; next = periods.at(-1)!.to) periods.push(periodOf(timeZone, per, next));
  return periods;
}

/** Days end where the next one begins: clocks that go back over midnight show the day before once more. */
function calendarDayOf(timeZone: string, instant: number): number {
  const day = localDayOf(timeZone, instant);
  return startOfLocalDay(timeZone, day + 1) <= instant ? day + 1 : day;
}

/** The first day of the period, and that of the next one, counted from 1970-01-01. */
function daysOf(per: LimitPeriod, day: number): [number, number] {
  if (per === "day") return [day, day + 1];
  if (per === "week") {
    const monday = day - weekdayOfDay(day);
    return [monday, monday + 7];
  }
  const first = firstOfMonth(day);
  return [first, firstOfMonth(first + 31)];
}

function firstOfMonth(day: number): number {
  return dayOfLocalDate(`${localDateOfDay(day).slice(0, 7)}-01`);
}
