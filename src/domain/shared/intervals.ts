/**
 * Half-open intervals over epoch milliseconds, flat: [start0, end0, start1, end1, ...]. Sorted, none empty, none touching
 * the next. Only `toIntervals` makes one, so whoever holds one need not check.
 */
export type Intervals = readonly number[] & { readonly [normalised]: true };

declare const normalised: unique symbol;

/** The union of the intervals of a flat list of starts and ends in any order. Adjoining ones become one; empty or inverted ones vanish. */
export function toIntervals(flat: readonly number[]): Intervals {
  const sorted = isSortedByStart(flat) ? flat : sortByStart(flat);
  const union: number[] = [];
  for (let i = 0; i < sorted.length; i += 2) {
    const start = sorted[i]!;
    const end = sorted[i + 1]!;
    if (end <= start) continue;
    const last = union.length - 1;
    if (last > 0 && start <= union[last]!) union[last] = Math.max(union[last]!, end);
    else union.push(start, end);
  }
  return union as readonly number[] as Intervals;
}

/** True when one of the intervals has a moment in common with [start, end). */
export function meets(intervals: Intervals, start: number, end: number): boolean {
  const i = firstEndingAfter(intervals, start);
  return start < end && i < intervals.length && intervals[i]! < end;
}

/** True when all of [start, end) lies in the intervals, which is to say in one of them. */
export function contains(intervals: Intervals, start: number, end: number): boolean {
  const i = firstEndingAfter(intervals, start);
  return i < intervals.length && intervals[i]! <= start && end <= intervals[i + 1]!;
}

/** Those of the ascending starts whose [start, start + lengthMs) lies in the intervals. */
export function startsWithin(starts: readonly number[], lengthMs: number, intervals: Intervals): number[] {
  const kept: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < intervals.length && intervals[i + 1]! <= start) i += 2;
    if (i === intervals.length) break;
    if (intervals[i]! <= start && start + lengthMs <= intervals[i + 1]!) kept.push(start);
  }
  return kept;
}

/** Those of the ascending starts whose [start - beforeMs, start + lengthMs) meets none of the intervals. */
export function startsClearOf(
  starts: readonly number[],
  beforeMs: number,
  lengthMs: number,
  intervals: Intervals,
): number[] {
  const kept: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < intervals.length && intervals[i + 1]! <= start - beforeMs) i += 2;
    if (i === intervals.length || intervals[i]! >= start + lengthMs) kept.push(start);
  }
  return kept;
}

/** The others: those of the ascending starts whose [start - beforeMs, start + lengthMs) meets one of the intervals. */
export function startsMeeting(
  starts: readonly number[],
  beforeMs: number,
  lengthMs: number,
  intervals: Intervals,
): number[] {
  const kept: number[] = [];
  let i = 0;
  for (const start of starts) {
    while (i < intervals.length && intervals[i + 1]! <= start - beforeMs) i += 2;
    if (i === intervals.length) break;
    if (intervals[i]! < start + lengthMs) kept.push(start);
  }
  return kept;
}

/** Index of the first interval that ends after the instant; the length when there is none. */
function firstEndingAfter(intervals: Intervals, instant: number): number {
  let low = 0;
  let high = intervals.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (intervals[2 * middle + 1]! <= instant) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

function isSortedByStart(flat: readonly number[]): boolean {
  for (let i = 2; i < flat.length; i += 2) if (flat[i]! < flat[i - 2]!) return false;
  return true;
}

function sortByStart(flat: readonly number[]): number[] {
  const pairs = Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!] as const);
  return pairs.sort((a, b) => a[0] - b[0]).flat();
}
