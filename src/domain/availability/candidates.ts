import { MINUTE_MS } from "../shared/local-date.ts";
import type { SlotTerms } from "./terms.ts";
import type { WorkingDay } from "./working-time.ts";

/**
 * The starts on a host's grid with from <= start < to (epoch ms), ascending. The grid runs from the start of each working
 * interval in elapsed minutes until that interval's end; nothing that is busy ever moves it.
 */
export function candidatesOf(days: readonly WorkingDay[], terms: SlotTerms, from: number, to: number): number[] {
  const offset = terms.slotOffsetMinutes * MINUTE_MS;
  const step = terms.slotIntervalMinutes * MINUTE_MS;
  const starts: number[] = [];
  for (const { intervals } of days) {
    for (let i = 0; i < intervals.length; i += 2) {
      const first = intervals[i]! + offset;
      const end = Math.min(intervals[i + 1]!, to);
      const skipped = Math.max(0, Math.ceil((from - first) / step));
      for (let start = first + skipped * step; start < end; start += step) starts.push(start);
    }
  }
  return isAscending(starts) ? starts : [...new Set(starts)].sort((a, b) => a - b);
}

/** Hours come in any order, and a gap can push one interval into another. */
function isAscending(starts: readonly number[]): boolean {
  for (let i = 1; i < starts.length; i++) if (starts[i]! <= starts[i - 1]!) return false;
  return true;
}
