import { Temporal } from "temporal-polyfill";

/**
 * Every change of the clocks of every zone over some years, and what becomes of three patterns of working hours on its
 * date. Told by Temporal, whose rule for gaps and overlaps ("compatible") is that of RFC 5545 3.3.5; nothing in it is of src.
 */
export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2030;

/** Hours as a schedule has them, in the order of the table's columns. */
export const PATTERNS = {
  night: [
    ["00:30", "02:30"],
    ["22:30", "24:00"],
  ],
  day: [["09:00", "17:00"]],
  wholeDay: [["00:00", "24:00"]],
} as const;
export type Pattern = keyof typeof PATTERNS;

export interface ClockChange {
  /** Epoch ms. */
  at: number;
  /** What the clocks show at that instant, by the offset before and the one after, "YYYY-MM-DDTHH:mm". */
  before: string;
  after: string;
  offsetBefore: string;
  offsetAfter: string;
  /** The local date of the gap or of the time that comes twice. */
  date: string;
  /** By pattern: [start, end, ...] in epoch ms, without what is empty. */
  hours: Record<Pattern, readonly number[]>;
}

/** All the zones that Node knows by a name of their own; aliases behave as they do. */
export const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

export function changesOf(zone: string): ClockChange[] {
  const changes: ClockChange[] = [];
  let time = Temporal.ZonedDateTime.from({ year: FIRST_YEAR, month: 1, day: 1, timeZone: zone });
  for (;;) {
    const next = time.getTimeZoneTransition("next");
    if (next === null || next.year > LAST_YEAR) return changes;
    changes.push(changeAt(next));
    time = next;
  }
}

function changeAt(after: Temporal.ZonedDateTime): ClockChange {
  const { timeZoneId, epochMilliseconds: at } = after;
  const before = after.subtract({ milliseconds: 1 });
  const shownBefore = before.toPlainDateTime().add({ milliseconds: 1 });
  const shownAfter = after.toPlainDateTime();
  const first = Temporal.PlainDateTime.compare(shownBefore, shownAfter) < 0 ? shownBefore : shownAfter;
  const date = first.toPlainDate();
  const hours = Object.entries(PATTERNS).map(([name, intervals]) => [name, hoursOn(date, timeZoneId, intervals)]);
  return {
    at,
    before: shownBefore.toString().slice(0, 16),
    after: shownAfter.toString().slice(0, 16),
    offsetBefore: before.offset,
    offsetAfter: after.offset,
    date: date.toString(),
    hours: Object.fromEntries(hours) as ClockChange["hours"],
  };
}

function hoursOn(date: Temporal.PlainDate, timeZone: string, intervals: readonly (readonly [string, string])[]) {
  return intervals.flatMap(([start, end]) => {
    const [from, to] = [instantOf(date, timeZone, start), instantOf(date, timeZone, end)];
    return from < to ? [from, to] : [];
  });
}

function instantOf(date: Temporal.PlainDate, timeZone: string, time: string): number {
  const local =
    time === "24:00" ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}
