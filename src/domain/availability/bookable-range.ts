import { dayOfLocalDate, MINUTE_MS } from "../shared/local-date.ts";
import { localDayOf, startOfLocalDay } from "../shared/time-zone.ts";
import type { SlotTerms } from "./terms.ts";

/** Instants in epoch ms, half-open; either may be infinite. */
export interface Range {
  from: number;
  to: number;
}

/** The starts that the booking window allows. A rolling window has no beginning of its own: the past is ruled out anyway. */
export function windowRange({ bookingWindow, timeZone }: SlotTerms, now: number): Range {
  if (bookingWindow === null) return { from: -Infinity, to: Infinity };
  if (bookingWindow.type === "rolling") {
    return { from: -Infinity, to: startOfLocalDay(timeZone, localDayOf(timeZone, now) + bookingWindow.days + 1) };
  }
  return {
    from: startOfLocalDay(timeZone, dayOfLocalDate(bookingWindow.from)),
    to: startOfLocalDay(timeZone, dayOfLocalDate(bookingWindow.to) + 1),
  };
}

/** The earliest start (epoch ms) that leaves the minimum notice. */
export function earliestStart(terms: SlotTerms, now: number): number {
  return now + terms.minimumNoticeMinutes * MINUTE_MS;
}

/** The part of a query's range that is neither past nor too soon nor outside the booking window. */
export function bookableRange(terms: SlotTerms, { from, to }: Range, now: number): Range {
  const window = windowRange(terms, now);
  return { from: Math.max(from, window.from, earliestStart(terms, now)), to: Math.min(to, window.to) };
}
