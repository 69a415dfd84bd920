import { parseLocalDate } from "./local-date.ts";

/** How often the periods come of which a rule names days. */
export const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** In the order of ISO 8601: index 0 is Monday. */
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** A day of the week; with an ordinal only the so-manieth of the month or year, from its end when negative. 0: each. */
export interface WeekdayPart {
  ordinal: number;
  /** 0 is Monday. */
  weekday: number;
}

/** A RECUR value (RFC 5545 3.3.10) that names dates. A list that the rule does not have is null. */
export interface RecurrenceRule {
  frequency: Frequency;
  interval: number;
  /** How many dates there are; null for no end by number. */
  count: number | null;
  /** The last day that may be one, since 1970-01-01. */
  until: number | null;
  months: readonly number[] | null;
  weekNumbers: readonly number[] | null;
  yearDays: readonly number[] | null;
  monthDays: readonly number[] | null;
  weekdays: readonly WeekdayPart[] | null;
  positions: readonly number[] | null;
  /** The day that weeks begin with; 0 is Monday. */
  weekStart: number;
}

/** Longer than whatever a calendar writes: all months, all days of the month and all weekdays come to half of it. */
export const LONGEST_RULE = 500;
const MOST_INTERVALS = 1_000;
const MOST_OCCURRENCES = 1_000;

/** What is wrong with a rule. The text goes on a sentence whose subject is the rule. */
export class RuleProblem extends Error {}

/** @throws RuleProblem */
export function parseRecurrenceRule(text: string): RecurrenceRule {
  const parts = splitParts(text);
  const rule: RecurrenceRule = {
    frequency: readFrequency(parts.get("FREQ")),
    interval: readNumber("INTERVAL", parts.get("INTERVAL") ?? "1", 1, MOST_INTERVALS),
    count: readIfGiven(parts, "COUNT", (value) => readNumber("COUNT", value, 1, MOST_OCCURRENCES)),
    until: readIfGiven(parts, "UNTIL", readUntil),
    months: readIfGiven(parts, "BYMONTH", (value) => readNumbers("BYMONTH", value, 12)),
    weekNumbers: readIfGiven(parts, "BYWEEKNO", (value) => readSignedNumbers("BYWEEKNO", value, 53)),
    yearDays: readIfGiven(parts, "BYYEARDAY", (value) => readSignedNumbers("BYYEARDAY", value, 366)),
    monthDays: readIfGiven(parts, "BYMONTHDAY", (value) => readSignedNumbers("BYMONTHDAY", value, 31)),
    weekdays: readIfGiven(parts, "BYDAY", (value) => value.split(",").map(readWeekday)),
    positions: readIfGiven(parts, "BYSETPOS", (value) => readSignedNumbers("BYSETPOS", value, 366)),
    weekStart: readIfGiven(parts, "WKST", readWeekStart) ?? 0,
  };
  assertPartsGoTogether(rule);
  return rule;
}

const KNOWN_PARTS = new Set(
  "FREQ INTERVAL COUNT UNTIL BYMONTH BYWEEKNO BYYEARDAY BYMONTHDAY BYDAY BYSETPOS WKST".split(" "),
);
const PARTS_OF_TIME = new Set(["BYHOUR", "BYMINUTE", "BYSECOND"]);

function splitParts(text: string): Map<string, string> {
  if (text.length > LONGEST_RULE) throw new RuleProblem(`must have at most ${LONGEST_RULE} characters`);
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";")) {
    const [, name, value] = /^([A-Z-]+)=([A-Z0-9,+-]+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined)
      throw new RuleProblem("must be parts such as FREQ=WEEKLY;BYDAY=MO,WE (RFC 5545 3.3.10)");
    if (PARTS_OF_TIME.has(name)) throw new RuleProblem(`cannot have ${name}: it names dates, not times`);
    if (!KNOWN_PARTS.has(name)) throw new RuleProblem(`cannot have ${name}, which RFC 5545 does not know`);
    if (parts.has(name)) throw new RuleProblem(`has ${name} more than once`);
    parts.set(name, value);
  }
  return parts;
}

function readIfGiven<Value>(parts: Map<string, string>, name: string, read: (value: string) => Value): Value | null {
  const value = parts.get(name);
  return value === undefined ? null : read(value);
}

function readFrequency(value: string | undefined): Frequency {
  const frequency = FREQUENCIES.find((each) => each === value);
  if (frequency === undefined) throw new RuleProblem(`must have a FREQ of ${FREQUENCIES.join(", ")}`);
  return frequency;
}

function readNumber(name: string, value: string, least: number, most: number): number {
  const number = /^\+?\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new RuleProblem(`must have numbers from ${least} to ${most} in ${name}`);
}

function readNumbers(name: string, value: string, most: number): number[] {
  return value.split(",").map((each) => readNumber(name, each, 1, most));
}

/** Numbers that count from the end where they are negative. */
function readSignedNumbers(name: string, value: string, most: number): number[] {
  return value.split(",").map((each) => {
    const isFromEnd = each.startsWith("-");
    const number = /^[+-]?\d{1,3}$/.test(each) ? Number(isFromEnd ? each.slice(1) : each) : NaN;
    if (number >= 1 && number <= most) return isFromEnd ? -number : number;
    throw new RuleProblem(`must have numbers from 1 to ${most} or -${most} to -1 in ${name}`);
  });
}

function readWeekday(text: string): WeekdayPart {
  const [, ordinal, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = WEEKDAYS.indexOf(name ?? "");
  const number = Number(ordinal ?? 0);
  if (weekday >= 0 && Math.abs(number) <= 53 && (ordinal === undefined || number !== 0))
    return { ordinal: number, weekday };
  throw new RuleProblem(`must have days such as MO, 2TU or -1FR in BYDAY, not ${text}`);
}

function readWeekStart(value: string): number {
  const weekday = WEEKDAYS.indexOf(value);
  if (weekday < 0) throw new RuleProblem(`must have one of ${WEEKDAYS.join(", ")} in WKST`);
  return weekday;
}

/** RFC 5545 has UNTIL be of the type of the start, which is a date. */
function readUntil(value: string): number {
  const day = /^\d{8}$/.test(value)
    ? parseLocalDate(`${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`)
    : null;
  if (day === null) throw new RuleProblem("must have a date such as 20261231 in UNTIL");
  return day;
}

/** What RFC 5545 3.3.10 says of each part besides its values. */
function assertPartsGoTogether(rule: RecurrenceRule): void {
  const { frequency, weekdays } = rule;
  const refuse = (isWrong: boolean, problem: string) => {
    if (isWrong) throw new RuleProblem(problem);
  };
  refuse(rule.count !== null && rule.until !== null, "cannot have both COUNT and UNTIL");
  refuse(rule.weekNumbers !== null && frequency !== "YEARLY", "can have BYWEEKNO with FREQ=YEARLY only");
  refuse(rule.yearDays !== null && frequency !== "YEARLY", "can have BYYEARDAY with FREQ=YEARLY only");
  refuse(rule.monthDays !== null && frequency === "WEEKLY", "cannot have BYMONTHDAY with FREQ=WEEKLY");
  const isCounted = weekdays?.some(({ ordinal }) => ordinal !== 0) ?? false;
  const mayCount = frequency === "MONTHLY" || (frequency === "YEARLY" && rule.weekNumbers === null);
  refuse(
    isCounted && !mayCount,
    "can number the days of BYDAY with FREQ=MONTHLY, or with FREQ=YEARLY and no BYWEEKNO, only",
  );
  const lists = [rule.months, rule.weekNumbers, rule.yearDays, rule.monthDays, weekdays];
  refuse(
    rule.positions !== null && lists.every((list) => list === null),
    "can have BYSETPOS beside another BY part only",
  );
}
