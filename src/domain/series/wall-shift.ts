import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { instantOfLocalDay, offsetAt } from "../shared/time-zone.ts";

/** How far a zone's clocks go on from one moment to the other, in ms: a day is a day, however long it lasts. */
export function wallShift(timeZone: string, from: Date, to: Date): number {
  return wallOf(timeZone, to.getTime()) - wallOf(timeZone, from.getTime());
}

/** The moment (epoch ms) when the clocks show so much more, by RFC 5545 3.3.5. */
export function shiftedStart(timeZone: string, startsAt: Date, shiftMs: number): number {
  if (shiftMs === 0) return startsAt.getTime();
  const wall = wallOf(timeZone, startsAt.getTime()) + shiftMs;
  const day = Math.floor(wall / DAY_MS);
  return Math.round(instantOfLocalDay(timeZone, day, (wall - day * DAY_MS) / MINUTE_MS));
}

function wallOf(timeZone: string, instant: number): number {
  return instant + offsetAt(timeZone, instant);
}
