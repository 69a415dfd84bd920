/**
 * Availability told a second time, plainly: minute by minute, with Intl asked along the way. It shares no code with src;
 * holidays it has from the same library. Good for years since 2012, in which every zone changed on a quarter of an hour,
 * left a week at least between two changes and showed each local date in one piece.
 */
import Holidays from "date-holidays";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface OracleWorld {
  schedule: {
    timeZone: string;
    weekly: readonly { days: readonly string[]; start: string; end: string }[];
    overrides: readonly { date: string; intervals: readonly { start: string; end: string }[] }[];
    rules?: readonly RuledHours[];
    breaks?: readonly RuledHours[];
    holidays?: { country: string; region: string | null; types: readonly string[] } | null;
    travel?: readonly { from: string; to: string; timeZone: string }[];
  };
  terms: {
    durationMinutes: number;
    slotIntervalMinutes: number;
    slotOffsetMinutes: number;
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    minimumNoticeMinutes: number;
    timeZone: string;
    bookingWindow: { type: "rolling"; days: number } | { type: "range"; from: string; to: string } | null;
  };
  busy: readonly { kind: string; start: number; end: number; coreStart?: number; coreEnd?: number }[];
  from: number;
  to: number;
  now: number;
}

/** "HH:mm" of one date. */
interface Hours {
  start: string;
  end: string;
}

interface RuledHours extends Hours {
  rrule: string;
  startsOn: string;
}

interface Interval {
  date: string;
  start: number;
  end: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** What the zone's clocks show, as though it were UTC. Intl is asked by the day, and by the quarter where the day has two offsets. */
function wallOf(zone: string, ms: number): number {
  const day = ms - modulo(ms, DAY);
  const offset = offsetOf(zone, day);
  if (offset === offsetOf(zone, day + DAY)) return ms + offset;
  return ms + offsetOf(zone, ms - modulo(ms, QUARTER));
}

function offsetOf(zone: string, ms: number): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map<number, number>()));
  let offset = known.get(ms);
  if (offset === undefined) known.set(ms, (offset = askIntl(zone, ms) - ms));
  return offset;
}

function modulo(ms: number, unit: number): number {
  return ((ms % unit) + unit) % unit;
}

function askIntl(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"], parts["hour"], parts["minute"], parts["second"]);
}

/** Every instant of [from, to) at which the zone's offset changes: weeks that begin and end with two offsets are halved. */
export function transitionsOf(zone: string, from: number, to: number): number[] {
  const offset = (ms: number) => askIntl(zone, ms) - ms;
  const found: number[] = [];
  let before = offset(from);
  for (let week = from; week < to; week += 7 * DAY) {
    let [last, change] = [week, Math.min(week + 7 * DAY, to)];
    const after = offset(change);
    if (after === before) continue;
    while (change - last > MINUTE) {
      const middle = last + Math.floor((change - last) / MINUTE / 2) * MINUTE;
      if (offset(middle) === before) last = middle;
      else change = middle;
    }
    if (change < to) found.push(change);
    before = after;
  }
  return found;
}

export function oracleDateOf(zone: string, ms: number): string {
  return dateOf(wallOf(zone, ms));
}

const dates = new Map<number, string>();

function dateOf(wall: number): string {
  const day = wall - modulo(wall, DAY);
  let date = dates.get(day);
  if (date === undefined) dates.set(day, (date = new Date(day).toISOString().slice(0, 10)));
  return date;
}

function dateAfter(date: string, days: number): string {
  return dateOf(Date.parse(date) + days * DAY);
}

/**
 * Walks two days of quarters to the first one in which the clocks show the time; in a gap, keeps the offset of the last
 * before it. Days that begin and end with the same offset need no walk.
 */
export function oracleInstantOf(zone: string, date: string, minutes: number): number {
  const midnight = Date.parse(date);
  const wanted = midnight + minutes * MINUTE;
  let offsetBefore = offsetOf(zone, midnight - 2 * DAY);
  if (offsetBefore === offsetOf(zone, midnight + 3 * DAY)) return wanted - offsetBefore;
  for (let quarter = wanted - 26 * HOUR; quarter < wanted + 26 * HOUR; quarter += QUARTER) {
    const aligned = quarter - modulo(quarter, QUARTER);
    const shown = wallOf(zone, aligned);
    if (shown <= wanted && wanted < shown + QUARTER) return aligned + (wanted - shown);
    if (shown < wanted) offsetBefore = shown - aligned;
  }
  return wanted - offsetBefore;
}

/** The local dates that an hourly walk through the range meets. */
export function oracleDates(zone: string, from: number, to: number): string[] {
  const dates = new Set<string>();
  for (let ms = from; ms < to; ms += HOUR) dates.add(oracleDateOf(zone, ms));
  if (from < to) dates.add(oracleDateOf(zone, to - 1));
  return [...dates].sort();
}

function workingIntervals({ schedule, from, to, terms }: OracleWorld): Interval[] {
  const until = to + terms.durationMinutes * MINUTE + DAY;
  const dates = oracleDates("UTC", from - 3 * DAY, until + 2 * DAY);
  const hoursOn = readingHours(schedule, dates.at(-1) ?? "");
  return dates.flatMap((date) =>
    hoursOn(date)
      .map(({ start, end }) => ({
        date,
        start: oracleInstantOf(zoneOn(schedule, date), date, minutesOf(start)),
        end: oracleInstantOf(zoneOn(schedule, date), date, minutesOf(end)),
      }))
      .filter(({ start, end }) => start < end),
  );
}

function zoneOn({ timeZone, travel = [] }: OracleWorld["schedule"], date: string): string {
  return travel.find(({ from, to }) => from <= date && date <= to)?.timeZone ?? timeZone;
}

function readingHours({ weekly, overrides, rules = [], breaks = [], holidays }: OracleWorld["schedule"], last: string) {
  const withDates = (rule: RuledHours) => ({ ...rule, dates: datesOfRule(rule, last) });
  const [ruled, rests] = [rules.map(withDates), breaks.map(withDates)];
  return (date: string): readonly Hours[] => {
    const override = overrides.find((each) => each.date === date);
    if (override !== undefined) return override.intervals;
    if (holidays && isHoliday(holidays, date)) return [];
    const ofWeek = weekly.filter(({ days }) => days.includes(weekdayOf(date)));
    const ofRules = ruled.filter(({ dates }) => dates.has(date));
    const hours = ofRules.length === 0 ? ofWeek : joined([...ofWeek, ...ofRules]);
    const rest = rests.filter(({ dates }) => dates.has(date));
    return rest.length === 0 ? hours : hours.flatMap((each) => runsOutside(rest, each));
  };
}

/** The unbroken runs of an interval's minutes that are in none of the breaks. */
function runsOutside(breaks: readonly Hours[], { start, end }: Hours): Hours[] {
  const ranges = breaks.map((each) => [minutesOf(each.start), minutesOf(each.end)] as const);
  const runs: [number, number][] = [];
  for (let minute = minutesOf(start); minute < minutesOf(end); minute++) {
    if (ranges.some(([from, to]) => from <= minute && minute < to)) continue;
    if (runs.at(-1)?.[1] === minute) runs.at(-1)![1]++;
    else runs.push([minute, minute + 1]);
  }
  return runs.map(([first, last]) => ({ start: clockOf(first), end: clockOf(last) }));
}

function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Puts the hull in place of any two that overlap, until none do. */
function joined(intervals: { start: string; end: string }[]): { start: string; end: string }[] {
  for (const one of intervals) {
    const other = intervals.find((each) => each !== one && each.start < one.end && one.start < each.end);
    if (other === undefined) continue;
    const [start, end] = [[one.start, other.start].sort()[0]!, [one.end, other.end].sort()[1]!];
    return joined([...intervals.filter((each) => each !== one && each !== other), { start, end }]);
  }
  return intervals;
}

const calendars = new Map<string, Set<string>>();

function isHoliday(
  { country, region, types }: { country: string; region: string | null; types: readonly string[] },
  date: string,
) {
  return [-1, 0].some((years) => {
    const year = Number(date.slice(0, 4)) + years;
    const key = `${country} ${region} ${types.join()} ${year}`;
    let days = calendars.get(key);
    if (days === undefined) {
      const calendar = region === null ? new Holidays(country) : new Holidays(country, region);
      const off = calendar.getHolidays(year).filter(({ type }) => types.includes(type));
      calendars.set(key, (days = new Set(off.flatMap(datesOfHoliday))));
    }
    return days.has(date);
  });
}

/** None, where it is not a whole day. */
function datesOfHoliday({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  if (date.slice(11, 16) !== "00:00") return [];
  const days = Math.round((Number(end) - Number(start)) / DAY);
  return Array.from({ length: Math.max(0, days) }, (_, n) => dateAfter(date.slice(0, 10), n));
}

/** The dates of a rule such as worlds.ts draws until one, by a walk from its start. */
function datesOfRule({ rrule, startsOn }: { rrule: string; startsOn: string }, until: string): Set<string> {
  const parts = new Map(rrule.split(";").map((part) => part.split("=") as [string, string]));
  const most = Number(parts.get("COUNT") ?? Infinity);
  const found = new Set<string>();
  for (let n = 0; dateAfter(startsOn, n) <= until; n++) {
    const date = dateAfter(startsOn, n);
    if (found.size < most && isOfRule(parts, startsOn, date, n)) found.add(date);
  }
  return found;
}

function isOfRule(parts: Map<string, string>, startsOn: string, date: string, n: number): boolean {
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const weekday = weekdayOf(date).slice(0, 2).toUpperCase();
  if (parts.get("FREQ") === "DAILY") return n % interval === 0;
  const byDay = parts.get("BYDAY");
  if (parts.get("FREQ") === "WEEKLY") {
    const daysSinceMonday = (new Date(startsOn).getUTCDay() + 6) % 7;
    const weeks = Math.floor((n + daysSinceMonday) / 7);
    return weeks % interval === 0 && byDay!.split(",").includes(weekday);
  }
  const monthDay = Number(date.slice(8));
  if (byDay !== undefined) return byDay === `${Math.ceil(monthDay / 7)}${weekday}`;
  const fromEnd = monthDay - 1 - new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  return parts
    .get("BYMONTHDAY")!
    .split(",")
    .some((day) => [monthDay, fromEnd].includes(Number(day)));
}

function weekdayOf(date: string): string {
  const name = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"][
    new Date(date).getUTCDay()
  ]!;
  return name;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}

/** A world with its working intervals looked up, to be asked about any start. */
export class Oracle {
  readonly world: OracleWorld;
  readonly intervals: Interval[];
  /** One for each minute from `from` on in which a start of the range may need the host: 1 where he works. */
  readonly workingMinutes: Uint8Array;

  constructor(world: OracleWorld) {
    this.world = world;
    this.intervals = workingIntervals(world);
    const { from, to, terms } = world;
    this.workingMinutes = new Uint8Array(Math.ceil(Math.max(0, to - from) / MINUTE) + terms.durationMinutes + 2);
    for (const { start, end } of this.intervals) {
      const [first, last] = [this.minuteAt(start), this.minuteAt(end)];
      if (last > 0) this.workingMinutes.fill(1, Math.max(0, first), last);
    }
  }

  offered(): number[] {
    return this.minutes().filter((ms) => this.isCandidate(ms) && this.reasons(ms).length === 0);
  }

  /** Every candidate of the range, and what the answer says of it. */
  explained(): { startsAt: number; reason: string }[] {
    const { schedule, from } = this.world;
    const isFirstOfDate = (ms: number, date: string) => oracleDateOf(zoneOn(schedule, date), ms - MINUTE) !== date;
    const worth = this.minutes().filter((ms) => {
      if (this.isCandidate(ms)) return true;
      if (ms % QUARTER !== 0) return false;
      return this.datesAt(ms).some((date) => isFirstOfDate(ms, date) && !this.hasHoursOn(date));
    });
    return [...new Set([from, ...worth])]
      .filter((ms) => this.reasons(ms).length > 0)
      .map((ms) => ({ startsAt: ms, reason: this.reasons(ms)[0]! }));
  }

  /** All reasons against a start. */
  reasons(start: number): string[] {
    const { terms, busy, now } = this.world;
    const end = start + terms.durationMinutes * MINUTE;
    const reasons: string[] = [];

    if (start < now) reasons.push("past");
    else if (start - now < terms.minimumNoticeMinutes * MINUTE) reasons.push("notice");
    if (!this.isInWindow(start)) reasons.push("window");

    if (!this.isWorking(start, end)) {
      reasons.push(this.datesAt(start).some((date) => this.hasHoursOn(date)) ? "outside_hours" : "day_off");
    } else if (!this.isCandidate(start)) reasons.push("off_grid");

    const before = start - terms.bufferBeforeMinutes * MINUTE;
    const after = end + terms.bufferAfterMinutes * MINUTE;
    const met = busy.filter((each) => overlaps(each.start, each.end, before, after));
    const core = met.filter((each) => overlaps(each.coreStart ?? each.start, each.coreEnd ?? each.end, start, end));
    for (const kind of ["external_busy", "booked", "held", "blocked"]) {
      if (core.some((each) => each.kind === kind)) reasons.push(kind);
    }
    if (core.length < met.length) reasons.push("buffer");
    return reasons;
  }

  /** The dates that it is for the host: two or none round the ends of his travels. */
  private datesAt(ms: number): string[] {
    const { schedule } = this.world;
    const inUtc = oracleDateOf("UTC", ms);
    const near = [-1, 0, 1].map((days) => dateAfter(inUtc, days));
    return near.filter((date) => oracleDateOf(zoneOn(schedule, date), ms) === date);
  }

  private hasHoursOn(date: string): boolean {
    return this.intervals.some((each) => each.date === date);
  }

  private minutes(): number[] {
    const { from, to } = this.world;
    const minutes: number[] = [];
    for (let ms = Math.ceil(from / MINUTE) * MINUTE; ms < to; ms += MINUTE) minutes.push(ms);
    return minutes;
  }

  isCandidate(ms: number): boolean {
    const { slotOffsetMinutes, slotIntervalMinutes } = this.world.terms;
    return this.intervals.some(({ start, end }) => {
      const elapsed = (ms - start) / MINUTE - slotOffsetMinutes;
      return ms < end && elapsed >= 0 && elapsed % slotIntervalMinutes === 0;
    });
  }

  private isWorking(start: number, end: number): boolean {
    const minutes = this.workingMinutes.subarray(this.minuteAt(start), this.minuteAt(end + MINUTE - 1));
    return !minutes.includes(0);
  }

  /** Which minute an instant is in, counted from that of `from`. */
  private minuteAt(ms: number): number {
    return Math.floor(ms / MINUTE) - Math.floor(this.world.from / MINUTE);
  }

  private isInWindow(start: number): boolean {
    const { bookingWindow, timeZone } = this.world.terms;
    if (bookingWindow === null) return true;
    const date = oracleDateOf(timeZone, start);
    if (bookingWindow.type === "range") return bookingWindow.from <= date && date <= bookingWindow.to;
    return date <= dateAfter(oracleDateOf(timeZone, this.world.now), bookingWindow.days);
  }
}

function overlaps(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return Math.max(start, otherStart) < Math.min(end, otherEnd);
}
