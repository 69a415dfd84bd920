import { localDateOfDay } from "../shared/local-date.ts";
import { hasLocalDay, localDayOf, startOfLocalDay } from "../shared/time-zone.ts";

/** The starts (epoch ms, ascending) whose local date in the viewer's zone is `date`, "YYYY-MM-DD". */
export interface SlotDay {
  date: string;
  startsAt: readonly number[];
}

/**
 * Sorts the starts of [from, to) under the local dates of a zone: every date that the range touches, also those without a
 * start, and none that the zone skipped.
 */
export function slotsByDate(starts: readonly number[], from: number, to: number, timeZone: string): SlotDay[] {
  if (from >= to) return [];
  const days: SlotDay[] = [];
  const last = localDayOf(timeZone, to - 1);
  let next = 0;
  for (let day = localDayOf(timeZone, from); day <= last; day++) {
    if (!hasLocalDay(timeZone, day)) continue;
    const end = startOfLocalDay(timeZone, day + 1);
    const begun = next;
    while (next < starts.length && starts[next]! < end) next++;
    days.push({ date: localDateOfDay(day), startsAt: starts.slice(begun, next) });
  }
  return days;
}
