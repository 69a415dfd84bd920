import { dayOfLocalDate, DAY_MS, localDateOfDay, MINUTE_MS } from "./local-date.ts";
import { type ZoneOffsets, zoneOffsetsNear, zoneOffsetsWithin } from "./zone-offsets.ts";

const AREAS =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)(\/[A-Z][A-Za-z0-9+_-]*){1,2}$/;

/** The identifiers without an area. The list is closed; anything else that short (IST, PST) is a habit of ICU, not IANA's. */
const WITHOUT_AREA = new Set(
  (
    "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran " +
    "Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK " +
    "Singapore Turkey UCT UTC Universal W-SU WET Zulu"
  ).split(" "),
);

/** Names once accepted: asking Intl costs 0.1 ms, and every request names a zone. */
const accepted = new Set<string>();
const MOST_ACCEPTED = 2000;

/** True for an identifier of the IANA time zone database, aliases included, in its own spelling. Offsets such as "+01:00" are none. */
export function isTimeZone(id: string): boolean {
  if (accepted.has(id)) return true;
  if (!(AREAS.test(id) || WITHOUT_AREA.has(id)) || !isKnownToIntl(id)) return false;
  if (accepted.size >= MOST_ACCEPTED) accepted.clear();
  accepted.add(id);
  return true;
}

function isKnownToIntl(id: string): boolean {
  try {
    const name = new Intl.DateTimeFormat("en-US", { timeZone: id }).resolvedOptions().timeZone;
    // Intl ignores case: a name that it gives back in other letters was misspelt. An alias comes back as another name.
    return name === id || name.toLowerCase() !== id.toLowerCase();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Milliseconds that the zone's clocks are ahead of UTC at the instant (epoch ms). */
export function offsetAt(timeZone: string, ms: number): number {
  const { starts, offsets } = zoneOffsetsNear(timeZone, ms);
  let i = starts.length - 1;
  while (i > 0 && starts[i]! > ms) i--;
  return offsets[i]!;
}

/** The local date, "YYYY-MM-DD", that the zone's calendar shows at the instant (epoch ms). */
export function localDateOf(timeZone: string, ms: number): string {
  return localDateOfDay(localDayOf(timeZone, ms));
}

/** The same local date as days since 1970-01-01. */
export function localDayOf(timeZone: string, ms: number): number {
  return Math.floor((ms + offsetAt(timeZone, ms)) / DAY_MS);
}

/**
 * The instant (epoch ms) of a local time given in minutes since midnight, by RFC 5545 3.3.5: a time in a gap takes the
 * offset before the gap, an ambiguous time is its first occurrence. 1440 is the next local midnight.
 */
export function instantOfLocal(timeZone: string, date: string, minutes: number): number {
  return instantOfLocalDay(timeZone, dayOfLocalDate(date), minutes);
}

/** The same for a date given as days since 1970-01-01. */
export function instantOfLocalDay(timeZone: string, day: number, minutes: number): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const zone = zoneOffsetsNear(timeZone, wall);
  const i = indexShowing(zone, wall);
  const inGap = wall < zone.starts[i]! + zone.offsets[i]!;
  return wall - zone.offsets[inGap ? i - 1 : i]!;
}

/** The first instant (epoch ms) whose local date is the given one, or a later one when the zone skipped it. */
export function startOfLocalDate(timeZone: string, date: string): number {
  return startOfLocalDay(timeZone, dayOfLocalDate(date));
}

/** The same for a date given as days since 1970-01-01. */
export function startOfLocalDay(timeZone: string, day: number): number {
  const wall = day * DAY_MS;
  const zone = zoneOffsetsNear(timeZone, wall);
  const i = indexShowing(zone, wall);
  return Math.max(zone.starts[i]!, wall - zone.offsets[i]!);
}

/** False for the dates that a zone's calendar skipped, such as 2011-12-30 in Pacific/Apia. `day` counts from 1970-01-01. */
export function hasLocalDay(timeZone: string, day: number): boolean {
  return localDayOf(timeZone, startOfLocalDay(timeZone, day)) === day;
}

/**
 * Every local date that clocks show within [from, to) (epoch ms), as days since 1970-01-01, ascending: none that the zone
 * skipped.
 */
export function localDaysWithin(timeZone: string, from: number, to: number): number[] {
  const { starts, offsets } = zoneOffsetsWithin(timeZone, from, to);
  const days = new Set<number>();
  for (const [i, start] of starts.entries()) {
    const last = Math.floor(((starts[i + 1] ?? to) - 1 + offsets[i]!) / DAY_MS);
    for (let day = Math.floor((start + offsets[i]!) / DAY_MS); day <= last; day++) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** Index of the first offset under which clocks show the wall time (ms, read as though UTC) or, after a gap, a later one. */
function indexShowing({ starts, offsets }: ZoneOffsets, wall: number): number {
  let i = 0;
  while (i < starts.length - 1 && wall >= starts[i + 1]! + offsets[i]!) i++;
  return i;
}
