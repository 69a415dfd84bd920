import { LRUCache } from "lru-cache";
import type { FieldError } from "./errors.ts";
import { DAY_MS, dayOfLocalDate, parseLocalDate, weekdayOfDay } from "./local-date.ts";
import { parseRecurrenceRule, RuleProblem, type RecurrenceRule, type WeekdayPart } from "./recurrence-rule.ts";

/**
 * Dates that come back by an RRULE (RFC 5545 3.8.5.3), counted from a date on. That date is one of them only where the
 * rule says so. No zone has a say: what time it is on these dates is for others to know.
 */
export interface Recurrence {
  rrule: string;
  /** DTSTART as a date, "YYYY-MM-DD". */
  startsOn: string;
}

/** Whatever a rule has to show, it shows in so many years: leap days on a Monday come every 28 years, or 40 round 2100. */
const HORIZON_DAYS = 100 * 366;
/** A COUNT is walked through: 40 years take up to 2 ms. */
const COUNT_YEARS = 40;

/** A rule with what RFC 5545 takes from its start where it says nothing itself. */
interface Series {
  rule: RecurrenceRule;
  startDay: number;
  /** The last day that may be one; infinite for rules without an end. */
  lastDay: number;
}

/** Read once: a rule with a COUNT is walked through to its end. */
const known = new LRUCache<string, Series>({ max: 10_000 });

/** What is wrong with the rule or its start; the pointers go on from `pointer`. */
export function recurrenceErrors(recurrence: Recurrence, pointer: string): FieldError[] {
  const { startsOn } = recurrence;
  if (parseLocalDate(startsOn) === null)
    return [{ pointer: `${pointer}/startsOn`, message: "must be a date that exists, YYYY-MM-DD" }];
  try {
    if (nextOccurrence(recurrence, dayOfLocalDate(startsOn)) !== null) return [];
    return [{ pointer: `${pointer}/rrule`, message: "has no date in the 100 years from startsOn on" }];
  } catch (error) {
    if (error instanceof RuleProblem) return [{ pointer: `${pointer}/rrule`, message: error.message }];
    throw error;
  }
}

/** The days from first to last (both inclusive, since 1970-01-01) that the rule names, ascending. @throws RuleProblem */
export function occurrencesWithin(recurrence: Recurrence, first: number, last: number): number[] {
  const series = seriesOf(recurrence);
  const from = Math.max(first, series.startDay);
  const to = Math.min(last, series.lastDay);
  const days: number[] = [];
  for (const period of periodsWithin(series, from, to)) {
    for (const day of daysOfPeriod(series.rule, period)) if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** The first day that the rule names on or after one; null where there is none within 100 years. @throws RuleProblem */
export function nextOccurrence(recurrence: Recurrence, day: number): number | null {
  const series = seriesOf(recurrence);
  const from = Math.max(day, series.startDay);
  for (const period of periodsWithin(series, from, Math.min(from + HORIZON_DAYS, series.lastDay))) {
    const found = daysOfPeriod(series.rule, period).find((each) => each >= from);
    if (found !== undefined) return found <= series.lastDay ? found : null;
  }
  return null;
}

function seriesOf({ rrule, startsOn }: Recurrence): Series {
  const key = `${startsOn} ${rrule}`;
  let series = known.get(key);
  if (series === undefined) {
    const startDay = dayOfLocalDate(startsOn);
    const rule = withPartsOfStart(parseRecurrenceRule(rrule), startDay);
    series = { rule, startDay, lastDay: lastDayOf(rule, startDay) };
    known.set(key, series);
  }
  return series;
}

/** "Information, not contained in the rule, necessary to determine the various recurrence instance[s]" is the start's. */
function withPartsOfStart(rule: RecurrenceRule, startDay: number): RecurrenceRule {
  const { frequency, weekNumbers, yearDays, monthDays, weekdays } = rule;
  if (weekdays !== null || monthDays !== null || yearDays !== null || frequency === "DAILY") return rule;
  if (frequency === "WEEKLY" || weekNumbers !== null)
    return { ...rule, weekdays: [{ ordinal: 0, weekday: weekdayOfDay(startDay) }] };
  const start = calendarOf(startDay);
  const months = frequency === "YEARLY" ? (rule.months ?? [start.month]) : rule.months;
  return { ...rule, months, monthDays: [start.monthDay] };
}

/** @throws RuleProblem when the rule does not come to its COUNT */
function lastDayOf(rule: RecurrenceRule, startDay: number): number {
  if (rule.count === null) return rule.until ?? Infinity;
  let left = rule.count;
  const series = { rule, startDay, lastDay: startDay + COUNT_YEARS * 366 };
  for (const period of periodsWithin(series, startDay, series.lastDay)) {
    const days = daysOfPeriod(rule, period).filter((day) => day >= startDay);
    if (days.length >= left) return days[left - 1]!;
    left -= days.length;
  }
  throw new RuleProblem(`must come to its COUNT within ${COUNT_YEARS} years`);
}

/** The days of one period, first to last. */
interface Period {
  first: number;
  last: number;
}

/** The periods of the rule, every INTERVALth from its start on, that have to do with the days from first to last. */
function* periodsWithin({ rule, startDay }: Series, first: number, last: number): Generator<Period> {
  // A start at the turn of the year may lie in a week of the year beside it: its own year counts.
  const start = rule.weekNumbers === null ? periodNumber(rule, startDay) : yearOf(startDay).number;
  const skipped = Math.max(0, Math.floor((periodNumber(rule, first) - start) / rule.interval));
  for (let number = start + skipped * rule.interval; ; number += rule.interval) {
    const period = periodOf(rule, number);
    if (period.first > last) return;
    yield period;
  }
}

/** Periods of the frequency are numbered through; what 0 is differs. */
function periodNumber(rule: RecurrenceRule, day: number): number {
  const { frequency, weekStart } = rule;
  if (frequency === "DAILY") return day;
  if (frequency === "WEEKLY") return Math.floor((day + THURSDAY - weekStart) / 7);
  if (frequency === "MONTHLY") return yearOf(day).number * 12 + calendarOf(day).month - 1;
  return yearOf(rule.weekNumbers === null ? day : fourthDayOfWeek(day, weekStart)).number;
}

/** Years are the calendar's, or made of whole weeks where weeks are numbered. */
function periodOf({ frequency, weekStart, weekNumbers }: RecurrenceRule, number: number): Period {
  if (frequency === "DAILY") return { first: number, last: number };
  if (frequency === "WEEKLY") {
    const first = number * 7 - THURSDAY + weekStart;
    return { first, last: first + 6 };
  }
  if (frequency === "MONTHLY") return monthsFrom(Math.floor(number / 12), number % 12, 1);
  if (weekNumbers === null) return monthsFrom(number, 0, 12);
  return { first: firstDayOfWeeks(number, weekStart), last: firstDayOfWeeks(number + 1, weekStart) - 1 };
}

function monthsFrom(year: number, month: number, months: number): Period {
  return { first: dayOf(year, month), last: dayOf(year, month + months) - 1 };
}

/** 1970-01-01 was one: so many days after the Monday of its week. */
const THURSDAY = 3;

/** Week 1 of a year is the first with at least four of its days (RFC 5545 3.3.10), and so has its fourth of January. */
function firstDayOfWeeks(year: number, weekStart: number): number {
  return fourthDayOfWeek(dayOf(year, 0) + 3, weekStart) - 3;
}

/** A week belongs to the year that its fourth day is in. */
function fourthDayOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOfDay(day) - weekStart + 7) % 7) + 3;
}

function daysOfPeriod(rule: RecurrenceRule, { first, last }: Period): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day++) if (isNamed(rule, day)) days.push(day);
  const { positions } = rule;
  if (positions === null) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}

/** Whether a day is in every list that the rule has. */
function isNamed(rule: RecurrenceRule, day: number): boolean {
  const { months, monthDays, yearDays, weekdays, weekNumbers } = rule;
  const date = calendarOf(day);
  return (
    (months === null || months.includes(date.month)) &&
    (monthDays === null || isIn(monthDays, date.monthDay, date.daysInMonth)) &&
    (yearDays === null || isIn(yearDays, date.yearDay, date.daysInYear)) &&
    (weekdays === null || isOneOf(weekdays, rule, weekdayOfDay(day), date)) &&
    (weekNumbers === null || isInWeeks(weekNumbers, rule.weekStart, day))
  );
}

function isOneOf(weekdays: readonly WeekdayPart[], rule: RecurrenceRule, weekday: number, date: CalendarDay): boolean {
  for (const each of weekdays) if (each.weekday === weekday && isCounted(rule, each, date)) return true;
  return false;
}

/** Whether numbers from 1 up, or from -1 down at the end, have this one of so many. */
function isIn(numbers: readonly number[], number: number, ofHowMany: number): boolean {
  return numbers.includes(number) || numbers.includes(number - ofHowMany - 1);
}

/** The so-manieth Monday is one of the month, and of the year in a yearly rule that names no months. */
function isCounted(rule: RecurrenceRule, { ordinal }: WeekdayPart, date: CalendarDay): boolean {
  if (ordinal === 0) return true;
  const isOfMonth = rule.frequency === "MONTHLY" || rule.months !== null;
  const [number, ofHowMany] = isOfMonth ? [date.monthDay, date.daysInMonth] : [date.yearDay, date.daysInYear];
  return ordinal > 0 ? Math.ceil(number / 7) === ordinal : Math.ceil((ofHowMany + 1 - number) / 7) === -ordinal;
}

function isInWeeks(weekNumbers: readonly number[], weekStart: number, day: number): boolean {
  const { yearDay, daysInYear } = calendarOf(fourthDayOfWeek(day, weekStart));
  const weeks = Math.ceil(yearDay / 7) + Math.floor((daysInYear - yearDay) / 7);
  return isIn(weekNumbers, Math.ceil(yearDay / 7), weeks);
}

/** A day's place in its month and year. */
interface CalendarDay {
  /** 1 to 12. */
  month: number;
  monthDay: number;
  daysInMonth: number;
  yearDay: number;
  daysInYear: number;
}

/** The two shapes that years have, laid out once: a rule is walked through day by day. */
const COMMON_YEAR = layOutYear(2025);
const LEAP_YEAR = layOutYear(2024);

function layOutYear(year: number): CalendarDay[] {
  const daysInYear = dayOf(year + 1, 0) - dayOf(year, 0);
  return Array.from({ length: daysInYear }, (_, i) => {
    const date = new Date(Date.UTC(year, 0, 1 + i));
    const month = date.getUTCMonth();
    const daysInMonth = dayOf(year, month + 1) - dayOf(year, month);
    return { month: month + 1, monthDay: date.getUTCDate(), daysInMonth, yearDay: i + 1, daysInYear };
  });
}

/** The year that was asked for last: the next day is mostly in it too. */
let year = { number: 2025, first: dayOf(2025, 0), days: COMMON_YEAR };

function calendarOf(day: number): CalendarDay {
  const { first, days } = yearOf(day);
  return days[day - first]!;
}

function yearOf(day: number): typeof year {
  if (day < year.first || day >= year.first + year.days.length) {
    const number = new Date(day * DAY_MS).getUTCFullYear();
    const first = dayOf(number, 0);
    year = { number, first, days: dayOf(number + 1, 0) - first === 366 ? LEAP_YEAR : COMMON_YEAR };
  }
  return year;
}

/** The first day of a month, 0 to 12 of a year. */
function dayOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY_MS;
}
