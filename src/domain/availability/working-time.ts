import { LRUCache } from "lru-cache";
import { holidaysWithin, type HolidayChoice } from "../schedule/holidays.ts";
import type { LocalInterval, RecurringHours, ScheduleHours } from "../schedule/schedule.ts";
import { WEEKDAYS } from "../schedule/schedule.ts";
import { type Intervals, toIntervals } from "../shared/intervals.ts";
import { DAY_MS, dayOfLocalDate, weekdayOfDay } from "../shared/local-date.ts";
import { parseLocalTime } from "../shared/local-time.ts";
import { occurrencesWithin, type Recurrence } from "../shared/recurrence.ts";
import { hasLocalDay, instantOfLocalDay, localDayOf } from "../shared/time-zone.ts";

/** The working intervals of one local date. */
export interface WorkingDay {
  /** Days since 1970-01-01. */
  day: number;
  /** By whose clocks: the schedule's, or those of where its owner travels. */
  timeZone: string;
  /** [start, end, start, end, ...] in epoch ms. None empty, but they may adjoin or, moved by a gap, overlap: each has a grid of its own. */
  intervals: readonly number[];
}

/**
 * The working days of a schedule whose hours can reach into [from, to) (epoch ms): every local date of the range and one
 * more on either side, for hours that a gap pushes past midnight. Dates that the zone skipped are no days.
 */
export function workingDays(schedule: ScheduleHours, from: number, to: number): readonly WorkingDay[] {
  const hours = hoursOf(schedule);
  const [first, last] = daysAround(hours, from, to);
  const known = laidOut.get(schedule);
  if (known?.first === first && known.last === last) return known.days;
  const days = layOut(hours, first, last);
  laidOut.set(schedule, { first, last, days });
  return days;
}

/** What was laid out last of a schedule, some kilobytes each: who asks again mostly asks about the same days. */
const laidOut = new LRUCache<ScheduleHours, { first: number; last: number; days: readonly WorkingDay[] }>({
  max: 2_000,
});

function layOut(hours: Hours, first: number, last: number): WorkingDay[] {
  const minutesOn = minutesWithin(hours, first, last);
  const days: WorkingDay[] = [];
  for (let day = first; day <= last; day++) {
    const timeZone = zoneOn(hours, day);
    if (hasLocalDay(timeZone, day)) days.push({ day, timeZone, intervals: toInstants(timeZone, day, minutesOn(day)) });
  }
  return days;
}

const unions = new WeakMap<readonly WorkingDay[], Intervals>();

/** The union of all working intervals: adjoining ones count as one piece, across midnight too. */
export function workingTime(days: readonly WorkingDay[]): Intervals {
  let union = unions.get(days);
  if (union === undefined) unions.set(days, (union = toIntervals(days.flatMap(({ intervals }) => intervals))));
  return union;
}

/** Those of the days, laid out by `workingDays`, whose hours an instant can be among, whatever the zone of each. */
export function daysNear(days: readonly WorkingDay[], ms: number): readonly WorkingDay[] {
  const index = Math.floor(ms / DAY_MS) - (days[0]?.day ?? 0);
  return days.slice(Math.max(0, index - 3), Math.max(0, index + 3));
}

/** Whether somebody has hours on his date of that instant, or on one of two where he has just travelled east. */
export function isOfWorkingDay(days: readonly WorkingDay[], ms: number): boolean {
  return daysNear(days, ms).some(
    ({ day, timeZone, intervals }) => intervals.length > 0 && localDayOf(timeZone, ms) === day,
  );
}

/** A schedule's hours with everything read that need not be read anew for each range. Lists of minutes are flat: start, end, ... */
interface Hours {
  timeZone: string;
  /** Minutes since midnight; index 0 is Monday. */
  byWeekday: readonly (readonly number[])[];
  overrides: ReadonlyMap<number, readonly number[]>;
  rules: readonly RecurringMinutes[];
  breaks: readonly RecurringMinutes[];
  holidays: HolidayChoice | null;
  /** First and last day, both inclusive. */
  travel: readonly { first: number; last: number; timeZone: string }[];
}

interface RecurringMinutes {
  recurrence: Recurrence;
  minutes: readonly number[];
}

const read = new WeakMap<ScheduleHours, Hours>();

function hoursOf(schedule: ScheduleHours): Hours {
  let hours = read.get(schedule);
  if (hours === undefined) read.set(schedule, (hours = readHours(schedule)));
  return hours;
}

function readHours({ timeZone, weekly, overrides, rules, breaks, holidays, travel }: ScheduleHours): Hours {
  return {
    timeZone,
    byWeekday: WEEKDAYS.map((weekday) => toMinutes(weekly.filter(({ days }) => days.includes(weekday)))),
    overrides: new Map(overrides.map(({ date, intervals }) => [dayOfLocalDate(date), toMinutes(intervals)])),
    rules: (rules ?? []).map(toRecurringMinutes),
    breaks: (breaks ?? []).map(toRecurringMinutes),
    holidays: holidays ?? null,
    travel: (travel ?? []).map(({ from, to, timeZone }) => ({
      first: dayOfLocalDate(from),
      last: dayOfLocalDate(to),
      timeZone,
    })),
  };
}

/** At one instant, calendars of the world show up to three dates: those of where somebody travels then count too. */
function daysAround({ timeZone, travel }: Hours, from: number, to: number): [first: number, last: number] {
  let first = localDayOf(timeZone, from);
  let last = localDayOf(timeZone, to);
  for (const away of travel) {
    if (away.last < first - 3 || away.first > last + 3) continue;
    first = Math.min(first, localDayOf(away.timeZone, from));
    last = Math.max(last, localDayOf(away.timeZone, to));
  }
  return [first - 1, last + 1];
}

function zoneOn({ timeZone, travel }: Hours, day: number): string {
  for (const away of travel) if (away.first <= day && day <= away.last) return away.timeZone;
  return timeZone;
}

/** Looks up the minutes of a day from first to last: an override's, none on a holiday, or else those of its weekday and of rules less breaks. */
function minutesWithin({ byWeekday, overrides, rules, breaks, holidays }: Hours, first: number, last: number) {
  const byRule = byDay(rules, first, last);
  const byBreak = byDay(breaks, first, last);
  const isHoliday = holidays && holidaysWithin(holidays, first, last);
  return (day: number): readonly number[] => {
    const override = overrides.get(day);
    if (override) return override;
    if (isHoliday?.(day)) return [];
    const weekly = byWeekday[weekdayOfDay(day)]!;
    const ruled = byRule.get(day);
    const worked = ruled ? withoutOverlaps([...weekly, ...ruled]) : weekly;
    const rest = byBreak.get(day);
    return rest ? without(worked, rest) : worked;
  };
}

function byDay(recurring: readonly RecurringMinutes[], first: number, last: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { recurrence, minutes } of recurring) {
    for (const day of occurrencesWithin(recurrence, first, last))
      found.set(day, [...(found.get(day) ?? []), ...minutes]);
  }
  return found;
}

/** Joins what overlaps. Hours that adjoin stay apart, as weekly ones do: each has a grid of its own. */
function withoutOverlaps(minutes: readonly number[]): number[] {
  const pairs = Array.from({ length: minutes.length / 2 }, (_, i) => [minutes[2 * i]!, minutes[2 * i + 1]!] as const);
  const joined: number[] = [];
  for (const [start, end] of pairs.sort((a, b) => a[0] - b[0])) {
    const last = joined.length - 1;
    if (last > 0 && start < joined[last]!) joined[last] = Math.max(joined[last]!, end);
    else joined.push(start, end);
  }
  return joined;
}

/** What breaks leave of each interval. */
function without(minutes: readonly number[], breaks: readonly number[]): readonly number[] {
  let left = minutes;
  for (let b = 0; b < breaks.length; b += 2) {
    const cut: number[] = [];
    for (let i = 0; i < left.length; i += 2) {
      const [start, end] = [left[i]!, left[i + 1]!];
      const [before, after] = [Math.min(end, breaks[b]!), Math.max(start, breaks[b + 1]!)];
      if (start < before) cut.push(start, before);
      if (after < end) cut.push(after, end);
    }
    left = cut;
  }
  return left;
}

function toRecurringMinutes(recurrence: RecurringHours): RecurringMinutes {
  return { recurrence, minutes: toMinutes([recurrence]) };
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
