import { assertValid, type FieldError } from "../shared/errors.ts";
import { DAY_MS, localDateOfDay, MINUTE_MS, parseLocalDate } from "../shared/local-date.ts";
import { parseRecurrenceRule } from "../shared/recurrence-rule.ts";
import { occurrencesWithin, recurrenceErrors } from "../shared/recurrence.ts";
import { hasLocalDay, instantOfLocalDay, isTimeZone, offsetAt } from "../shared/time-zone.ts";

/** Whose wall clock a series keeps. */
export type RecurrenceZone = "attendee" | "host";

export interface SeriesRecurrence {
  rrule: string;
  /** Local dates without an occurrence, "YYYY-MM-DD". */
  exDates?: readonly string[];
  /** The attendee's when left out. */
  zone?: RecurrenceZone;
}

const MOST_OCCURRENCES = 730;
const LONGEST_YEARS = 40;

/** Either errors, or starts. */
interface ReadSeries {
  errors: FieldError[];
  starts: number[];
}

/**
 * The starts of a series (epoch ms, ascending), at most 730: the local time of the first one on each date that the rule
 * names. A time in a gap takes the offset before it, one that comes twice is the first (RFC 5545 3.3.5); a date that the
 * zone skipped has none.
 * @throws validation_failed
 */
export function startsOfSeries(startsAt: Date, recurrence: SeriesRecurrence, timeZone: string): number[] {
  const { errors, starts } = readSeries(startsAt, recurrence, timeZone);
  assertValid(errors);
  return starts;
}

/** How many occurrences a request asks for that was not looked at yet; 1 where that cannot be told, since it is refused. */
export function sizeOfSeries(body: unknown): number {
  const { startsAt, timeZone, recurrence } = (body ?? {}) as Record<string, unknown>;
  const { rrule, exDates } = (recurrence ?? {}) as Record<string, unknown>;
  const first = new Date(typeof startsAt === "string" ? startsAt : NaN);
  if (Number.isNaN(first.getTime()) || typeof timeZone !== "string" || !isTimeZone(timeZone)) return 1;
  if (typeof rrule !== "string") return 1;
  const isList = Array.isArray(exDates) && exDates.length <= MOST_OCCURRENCES;
  const dates = isList ? exDates.filter((each): each is string => typeof each === "string") : [];
  return readSeries(first, { rrule, exDates: dates }, timeZone).starts.length || 1;
}

function readSeries(startsAt: Date, { rrule, exDates = [] }: SeriesRecurrence, timeZone: string): ReadSeries {
  const first = startsAt.getTime();
  const wall = first + offsetAt(timeZone, first);
  const startDay = Math.floor(wall / DAY_MS);
  const minutes = (wall - startDay * DAY_MS) / MINUTE_MS;
  const startsOn = localDateOfDay(startDay);
  const ofForm = [...recurrenceErrors({ rrule, startsOn }, "/recurrence"), ...exDateErrors(exDates)];
  const errors = ofForm.length > 0 ? ofForm : endErrors(rrule, startDay);
  if (errors.length > 0) return { errors, starts: [] };

  const named = occurrencesWithin({ rrule, startsOn }, startDay, startDay + LONGEST_YEARS * 366);
  const excluded = new Set(exDates.map(parseLocalDate));
  const days = named.filter((day) => !excluded.has(day) && hasLocalDay(timeZone, day));
  const wrongDays = daysErrors(named, days, startDay);
  if (wrongDays.length > 0) return { errors: wrongDays, starts: [] };
  const instantOf = (day: number) => Math.round(instantOfLocalDay(timeZone, day, minutes));
  return { errors, starts: days.map((day) => (day === startDay ? first : instantOf(day))) };
}

function exDateErrors(exDates: readonly string[]): FieldError[] {
  return exDates.flatMap((date, index) =>
    parseLocalDate(date) === null
      ? [{ pointer: `/recurrence/exDates/${index}`, message: "must be a date that exists, YYYY-MM-DD" }]
      : [],
  );
}

function endErrors(rrule: string, startDay: number): FieldError[] {
  const { count, until } = parseRecurrenceRule(rrule);
  const wrong = (message: string) => [{ pointer: "/recurrence/rrule", message }];
  if (count === null && until === null) return wrong("must end: with COUNT, or UNTIL and a date");
  if (count !== null && count > MOST_OCCURRENCES) return wrong(`must have at most ${MOST_OCCURRENCES} in COUNT`);
  if (until !== null && until > startDay + LONGEST_YEARS * 365)
    return wrong(`must end within ${LONGEST_YEARS} years from startsAt on`);
  return [];
}

function daysErrors(named: readonly number[], days: readonly number[], startDay: number): FieldError[] {
  if (named[0] !== startDay)
    return [
      { pointer: "/startsAt", message: `must be on a date that the rule names, not on ${localDateOfDay(startDay)}` },
    ];
  if (days.length > MOST_OCCURRENCES)
    return [{ pointer: "/recurrence/rrule", message: `must name at most ${MOST_OCCURRENCES} dates` }];
  if (days.length === 0) return [{ pointer: "/recurrence/exDates", message: "must leave a date of the rule" }];
  return [];
}
