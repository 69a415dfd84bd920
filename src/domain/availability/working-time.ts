import type { LocalInterval, ScheduleHours } from "../schedule/schedule.ts";
import { WEEKDAYS } from "../schedule/schedule.ts";
import { type Intervals, toIntervals } from "../shared/intervals.ts";
import { dayOfLocalDate, localDateOfDay, weekdayOfDay } from "../shared/local-date.ts";
import { parseLocalTime } from "../shared/local-time.ts";
import { hasLocalDay, instantOfLocalDay, localDayOf } from "../shared/time-zone.ts";

/** The working intervals of one local date of the schedule's zone. */
export interface WorkingDay {
  /** Days since 1970-01-01. */
  day: number;
  /** [start, end, start, end, ...] in epoch ms. None empty, but they may adjoin or, moved by a gap, overlap: each has a grid of its own. */
  intervals: readonly number[];
}

/**
 * The working days of a schedule whose hours can reach into [from, to) (epoch ms): every local date of the range and one
 * more on either side, for hours that a gap pushes past midnight. Dates that the zone skipped are no days.
 */
export function workingDays(schedule: ScheduleHours, from: number, to: number): WorkingDay[] {
  const { timeZone } = schedule;
  const first = localDayOf(timeZone, from) - 1;
  const last = localDayOf(timeZone, to) + 1;
  const hoursOn = localHours(schedule, first, last);
  const days: WorkingDay[] = [];
  for (let day = first; day <= last; day++) {
    if (hasLocalDay(timeZone, day)) days.push({ day, intervals: toInstants(timeZone, day, hoursOn(day)) });
  }
  return days;
}

/** The union of all working intervals: adjoining ones count as one piece, across midnight too. */
export function workingTime(days: readonly WorkingDay[]): Intervals {
  return toIntervals(days.flatMap(({ intervals }) => intervals));
}

/** Looks up the hours of a day from first to last, flat in minutes since midnight: the override's, or else those of its weekday. */
function localHours({ weekly, overrides }: ScheduleHours, first: number, last: number) {
  const byWeekday = WEEKDAYS.map((weekday) => toMinutes(weekly.filter(({ days }) => days.includes(weekday))));
  // Dates compare as text, which spares reading the years of overrides that a schedule gathers.
  const [from, to] = [localDateOfDay(first), localDateOfDay(last)];
  const byDay = new Map<number, readonly number[]>();
  for (const { date, intervals } of overrides) {
    if (from <= date && date <= to) byDay.set(dayOfLocalDate(date), toMinutes(intervals));
  }
  return (day: number) => byDay.get(day) ?? byWeekday[weekdayOfDay(day)]!;
}

function toMinutes(intervals: readonly LocalInterval[]): number[] {
  return intervals.flatMap(({ start, end }) => [minuteOf(start), minuteOf(end)]);
}

function minuteOf(time: string): number {
  const minute = parseLocalTime(time);
  if (minute === null) throw new RangeError(`Not a time of day: ${time}`);
  return minute;
}

/** Leaves out intervals whose end is not after their start because they fell into a gap. */
function toInstants(timeZone: string, day: number, minutes: readonly number[]): number[] {
  const instants: number[] = [];
  for (let i = 0; i < minutes.length; i += 2) {
    const start = instantOfLocalDay(timeZone, day, minutes[i]!);
    const end = instantOfLocalDay(timeZone, day, minutes[i + 1]!);
    if (end > start) instants.push(start, end);
  }
  return instants;
}
