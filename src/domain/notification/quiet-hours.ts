import type { FieldError } from "../shared/errors.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { parseLocalTime } from "../shared/local-time.ts";
import { zoneOffsetsWithin, type ZoneOffsets } from "../shared/zone-offsets.ts";

/** What a clock on the wall shows, `HH:mm`, half-open; over midnight where the end is not after the start. */
export interface QuietHours {
  start: string;
  end: string;
}

export function quietHoursErrors(quiet: QuietHours | null | undefined): FieldError[] {
  if (!quiet || quiet.start !== quiet.end) return [];
  return [{ pointer: "/quietHours/end", message: "must not be the same as start" }];
}

/** A stretch in which the clocks show nothing but quiet hours, as instants (epoch ms), half-open. */
export interface QuietStretch {
  from: number;
  until: number;
}

/** Quiet hours are less than a day, but a night with a change of the clocks may be longer than what they say. */
const LOOKED_AT_MS = 3 * DAY_MS;

/**
 * The quiet stretch around an instant (epoch ms), null outside. It goes by what the clocks of the zone show: what a spring gap
 * leaves out is not waited for, and an hour that is shown twice is quiet twice.
 */
export function quietStretchAt(quiet: QuietHours, timeZone: string, ms: number): QuietStretch | null {
  const zone = zoneOffsetsWithin(timeZone, ms - LOOKED_AT_MS, ms + LOOKED_AT_MS);
  const day = toDay(quiet);
  return isQuiet(day, wallAt(zone, ms)) ? { from: beginOf(day, zone, ms), until: endOf(day, zone, ms) } : null;
}

/** Milliseconds of the day. */
interface QuietDay {
  start: number;
  length: number;
}

function toDay({ start, end }: QuietHours): QuietDay {
  const [from, to] = [parseLocalTime(start)! * MINUTE_MS, parseLocalTime(end)! * MINUTE_MS];
  return { start: from, length: modDay(to - from) };
}

function isQuiet({ start, length }: QuietDay, wall: number): boolean {
  return modDay(wall - start) < length;
}

function endOf(day: QuietDay, zone: ZoneOffsets, ms: number): number {
  let at = ms;
  for (let i = indexAt(zone, ms); ; i++) {
    const wall = at + zone.offsets[i]!;
    if (!isQuiet(day, wall)) return at;
    const end = at + day.length - modDay(wall - day.start);
    const next = zone.starts[i + 1];
    if (next === undefined || end < next) return end;
    at = next;
  }
}

function beginOf(day: QuietDay, zone: ZoneOffsets, ms: number): number {
  let at = ms;
  for (let i = indexAt(zone, ms); ; i--) {
    const wall = at + zone.offsets[i]!;
    if (!isQuiet(day, wall)) return at + 1;
    const begin = at - modDay(wall - day.start);
    const start = zone.starts[i]!;
    if (i === 0 || begin >= start) return begin;
    at = start - 1;
  }
}

function wallAt(zone: ZoneOffsets, ms: number): number {
  return ms + zone.offsets[indexAt(zone, ms)]!;
}

function indexAt({ starts }: ZoneOffsets, ms: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= ms),
  );
}

function modDay(ms: number): number {
  return ((ms % DAY_MS) + DAY_MS) % DAY_MS;
}
