import { DAY_MS, localDateOfDay, MINUTE_MS, parseLocalDate } from "./local-date.ts";

const FIRST_MS = Date.parse("0001-01-01T00:00:00.000Z");
const LAST_MS = Date.parse("9999-12-31T23:59:59.999Z");

/** "HH:mm:" of every minute of a day. */
const MINUTES = Array.from({ length: 1440 }, (_, i) => `${twoDigits(Math.floor(i / 60))}:${twoDigits(i % 60)}:`);
const WHOLE_MINUTES = MINUTES.map((minute) => `${minute}00.000Z`);

let cachedDay = 0;
let cachedPrefix = "1970-01-01T";

/**
 * Writes an instant (epoch ms) as "YYYY-MM-DDTHH:mm:ss.sssZ". Several times faster than `Date.toISOString` when
 * neighbours in time follow one another, as slots do. @throws RangeError outside the years 0001 to 9999
 */
export function formatInstant(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  if (day !== cachedDay) {
    if (!(ms >= FIRST_MS && ms <= LAST_MS)) throw new RangeError(`Not an instant of the years 0001 to 9999: ${ms}`);
    cachedPrefix = `${localDateOfDay(day)}T`;
    cachedDay = day;
  }
  const minute = Math.floor((ms - day * DAY_MS) / MINUTE_MS);
  const rest = ms - day * DAY_MS - minute * MINUTE_MS;
  if (rest === 0) return cachedPrefix + WHOLE_MINUTES[minute]!;
  return `${cachedPrefix}${MINUTES[minute]!}${(rest / 1000).toFixed(3).padStart(6, "0")}Z`;
}

const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads an RFC 3339 date-time with any offset and up to nine fraction digits, cut to milliseconds. Null for anything
 * else: impossible dates, 24:00, leap seconds, and instants outside the years 0001 to 9999.
 */
export function parseInstant(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [, date, hour, minute, second, fraction = "", sign, offsetHours = "0", offsetMinutes = "0"] = match;
  const day = parseLocalDate(date!);
  if (day === null) return null;
  const offsetMinute = Number(offsetHours) * 60 + Number(offsetMinutes);
  const localMinute = Number(hour) * 60 + Number(minute);
  const utcMinute = localMinute + (sign === "-" ? offsetMinute : -offsetMinute);
  const ms = day * DAY_MS + utcMinute * MINUTE_MS + Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  return ms >= FIRST_MS && ms <= LAST_MS ? ms : null;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
