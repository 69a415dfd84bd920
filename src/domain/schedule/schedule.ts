import type { FieldError } from "../shared/errors.ts";
import { holidayErrors, type HolidayChoice } from "./holidays.ts";
import { parseLocalDate } from "../shared/local-date.ts";
import { parseLocalTime } from "../shared/local-time.ts";
import { recurrenceErrors, type Recurrence } from "../shared/recurrence.ts";
import { isTimeZone } from "../shared/time-zone.ts";

/** In the order of ISO 8601: index 0 is Monday. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Part of a local day, half-open. "HH:mm"; `end` may be "24:00". */
export interface LocalInterval {
  start: string;
  end: string;
}

/** Hours that come back every week on these days. */
export interface WeeklyRule extends LocalInterval {
  days: readonly Weekday[];
}

/** Takes the place of the weekly hours on one date, "YYYY-MM-DD". No intervals: a day off. */
export interface DateOverride {
  date: string;
  intervals: readonly LocalInterval[];
}

/** Hours on the dates that an RRULE names, to work or to rest. */
export interface RecurringHours extends Recurrence, LocalInterval {}

/** Dates, both inclusive, on which the hours are read in another zone. */
export interface Travel {
  from: string;
  to: string;
  timeZone: string;
}

/**
 * When somebody works, in the local time of an IANA zone. Of one date say, in this order: its override; that it is a
 * holiday; the weekly hours and the rules, together, less the breaks.
 */
export interface ScheduleHours {
  timeZone: string;
  weekly: readonly WeeklyRule[];
  overrides: readonly DateOverride[];
  rules?: readonly RecurringHours[];
  breaks?: readonly RecurringHours[];
  holidays?: HolidayChoice | null;
  travel?: readonly Travel[];
}

/** An interval in minutes since midnight, or in days, with its place in the input. */
interface PlacedInterval {
  pointer: string;
  start: number;
  end: number;
}

/** Everything that is wrong with the hours; none when they can be used. */
export function scheduleErrors(hours: ScheduleHours): FieldError[] {
  return [
    ...zoneErrors(hours.timeZone, "/timeZone"),
    ...weeklyErrors(hours.weekly),
    ...overrideErrors(hours.overrides),
    ...ruleErrors(hours.rules ?? [], "/rules"),
    ...ruleErrors(hours.breaks ?? [], "/breaks"),
    ...(hours.holidays ? holidayErrors(hours.holidays, "/holidays/") : []),
    ...travelErrors(hours.travel ?? []),
  ];
}

function zoneErrors(timeZone: string, pointer: string): FieldError[] {
  return isTimeZone(timeZone) ? [] : [{ pointer, message: "must be an IANA time zone identifier" }];
}

function weeklyErrors(weekly: readonly WeeklyRule[]): FieldError[] {
  const errors: FieldError[] = [];
  const byDay = new Map<Weekday, PlacedInterval[]>();
  for (const [i, rule] of weekly.entries()) {
    const pointer = `/weekly/${i}`;
    const interval = readInterval(rule, pointer, errors);
    for (const [j, day] of rule.days.entries()) {
      if (rule.days.indexOf(day) < j) errors.push({ pointer: `${pointer}/days/${j}`, message: `names ${day} again` });
      else if (interval !== null) byDay.set(day, [...(byDay.get(day) ?? []), interval]);
    }
  }
  const overlaps = WEEKDAYS.flatMap((day) => overlapErrors(byDay.get(day) ?? [], ` on ${day}`));
  return [...errors, ...firstOfEachPointer(overlaps)];
}

function overrideErrors(overrides: readonly DateOverride[]): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [i, override] of overrides.entries()) {
    const pointer = `/overrides/${i}`;
    if (parseLocalDate(override.date) === null) {
      errors.push({ pointer: `${pointer}/date`, message: "must be a date that exists, YYYY-MM-DD" });
    } else if (seen.has(override.date)) {
      errors.push({ pointer: `${pointer}/date`, message: `overrides ${override.date} again` });
    }
    seen.add(override.date);
    const intervals = override.intervals.map((each, j) => readInterval(each, `${pointer}/intervals/${j}`, errors));
    errors.push(...overlapErrors(intervals.filter((each) => each !== null)));
  }
  return errors;
}

/** Rules may overlap with weekly hours and with one another, and breaks likewise: on the dates on which they do, the union holds. */
function ruleErrors(rules: readonly RecurringHours[], pointer: string): FieldError[] {
  return rules.flatMap((rule, i) => {
    const errors = recurrenceErrors(rule, `${pointer}/${i}`);
    readInterval(rule, `${pointer}/${i}`, errors);
    return errors;
  });
}

function travelErrors(travel: readonly Travel[]): FieldError[] {
  const errors: FieldError[] = [];
  const placed: PlacedInterval[] = [];
  for (const [i, { from, to, timeZone }] of travel.entries()) {
    const pointer = `/travel/${i}`;
    const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
    errors.push(...zoneErrors(timeZone, `${pointer}/timeZone`));
    if (first === null) errors.push({ pointer: `${pointer}/from`, message: "must be a date that exists, YYYY-MM-DD" });
    if (last === null) errors.push({ pointer: `${pointer}/to`, message: "must be a date that exists, YYYY-MM-DD" });
    if (first === null || last === null) continue;
    if (last < first) errors.push({ pointer: `${pointer}/to`, message: "must not be earlier than from" });
    else placed.push({ pointer, start: first, end: last + 1 });
  }
  return [...errors, ...overlapErrors(placed, "", "from")];
}

/** The interval in minutes, or null and one more error. */
function readInterval({ start, end }: LocalInterval, pointer: string, errors: FieldError[]): PlacedInterval | null {
  const startMinute = start === "24:00" ? null : parseLocalTime(start);
  const endMinute = parseLocalTime(end);
  if (startMinute === null) errors.push({ pointer: `${pointer}/start`, message: "must be HH:mm, 00:00 to 23:59" });
  if (endMinute === null) errors.push({ pointer: `${pointer}/end`, message: "must be HH:mm, 00:01 to 24:00" });
  if (startMinute === null || endMinute === null) return null;
  if (endMinute > startMinute) return { pointer, start: startMinute, end: endMinute };
  errors.push({ pointer: `${pointer}/end`, message: "must be later than start" });
  return null;
}

/** One error for each interval that begins before an earlier one has ended. Adjoining intervals are fine. */
function overlapErrors(intervals: readonly PlacedInterval[], when = "", field = "start"): FieldError[] {
  const errors: FieldError[] = [];
  let latest: PlacedInterval | null = null;
  for (const interval of [...intervals].sort((a, b) => a.start - b.start)) {
    if (latest !== null && interval.start < latest.end) {
      errors.push({ pointer: `${interval.pointer}/${field}`, message: `overlaps with ${latest.pointer}${when}` });
    }
    if (latest === null || interval.end > latest.end) latest = interval;
  }
  return errors;
}

/** Two rules that overlap on Monday mostly do so on Tuesday too, and saying it once is enough. */
function firstOfEachPointer(errors: readonly FieldError[]): FieldError[] {
  return errors.filter((error, i) => errors.findIndex((other) => other.pointer === error.pointer) === i);
}
