/**
 * Availability told a second time, slowly and plainly: minute by minute, with Intl asked along the way. It shares no code
 * with src; holidays it has from the same library. Good for years since 2012, in which every zone changed on a quarter of an hour and showed each local date in
 * one piece.
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
    rules?: readonly { rrule: string; startsOn: string; start: string; end: string }[];
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

interface Interval {
  date: string;
  start: number;
  end: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** What the zone's clocks show, as though it were UTC. Intl is asked by the hour, and by the quarter where the hour has two offsets. */
function wallOf(zone: string, ms: number): number {
  const hour = Math.floor(ms / HOUR) * HOUR;
  const offset = offsetOf(zone, hour);
  if (offset === offsetOf(zone, hour + HOUR)) return ms + offset;
  return ms + offsetOf(zone, Math.floor(ms / QUARTER) * QUARTER);
}

function offsetOf(zone: string, ms: number): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map<number, number>()));
  let offset = known.get(ms);
  if (offset === undefined) known.set(ms, (offset = askIntl(zone, ms) - ms));
  return offset;
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

/** Every instant of [from, to) at which the zone's offset changes, found by walking it in half days. */
export function transitionsOf(zone: string, from: number, to: number): number[] {
  const offset = (ms: number) => askIntl(zone, ms) - ms;
  const found: number[] = [];
  let before = offset(from);
  for (let ms = from; ms < to; ms += 12 * HOUR) {
    const after = offset(ms + 12 * HOUR);
    if (after === before) continue;
    let change = ms;
    while (offset(change + HOUR) === before) change += HOUR;
    while (offset(change) === before) change += MINUTE;
    found.push(change);
    before = after;
  }
  return found;
}

export function oracleDateOf(zone: string, ms: number): string {
  return new Date(wallOf(zone, ms)).toISOString().slice(0, 10);
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Walks two days of quarters to the first one in which the clocks show the time; in a gap, keeps the offset of the last before it. */
export function oracleInstantOf(zone: string, date: string, minutes: number): number {
  const wanted = Date.parse(date) + minutes * MINUTE;
  let offsetBefore = NaN;
  for (let quarter = wanted - 26 * HOUR; quarter < wanted + 26 * HOUR; quarter += QUARTER) {
    const aligned = Math.floor(quarter / QUARTER) * QUARTER;
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
  return oracleDates("UTC", from - 3 * DAY, until + 2 * DAY).flatMap((date) =>
    hoursOn(schedule, date)
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

function hoursOn({ weekly, overrides, rules = [], holidays }: OracleWorld["schedule"], date: string) {
  const override = overrides.find((each) => each.date === date);
  if (override !== undefined) return override.intervals;
  if (holidays && isHoliday(holidays, date)) return [];
  const ofWeek = weekly.filter(({ days }) => days.includes(weekdayOf(date)));
  const ofRules = rules.filter((rule) => datesOfRule(rule, date).includes(date));
  return ofRules.length === 0 ? ofWeek : joined([...ofWeek, ...ofRules]);
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

const calendars = new Map<string, { date: string; start: Date; end: Date; type: string }[]>();

function isHoliday(
  { country, region, types }: { country: string; region: string | null; types: readonly string[] },
  date: string,
) {
  return [-1, 0].some((years) => {
    const key = `${country} ${region} ${Number(date.slice(0, 4)) + years}`;
    if (!calendars.has(key)) {
      const calendar = region === null ? new Holidays(country) : new Holidays(country, region);
      calendars.set(key, calendar.getHolidays(Number(date.slice(0, 4)) + years));
    }
    return calendars.get(key)!.some(({ date: begins, start, end, type }) => {
      const isWhole = begins.slice(11, 16) === "00:00";
      const last = dateAfter(begins.slice(0, 10), Math.round((Number(end) - Number(start)) / DAY) - 1);
      return types.includes(type) && isWhole && begins.slice(0, 10) <= date && date <= last;
    });
  });
}

/** The dates of a rule such as worlds.ts draws until one, by a walk from its start. */
function datesOfRule({ rrule, startsOn }: { rrule: string; startsOn: string }, until: string): string[] {
  const parts = new Map(rrule.split(";").map((part) => part.split("=") as [string, string]));
  const found: string[] = [];
  for (let n = 0; dateAfter(startsOn, n) <= until; n++) {
    const date = dateAfter(startsOn, n);
    if (found.length < Number(parts.get("COUNT") ?? Infinity) && isOfRule(parts, startsOn, date, n)) found.push(date);
  }
  return found;
}

function isOfRule(parts: Map<string, string>, startsOn: string, date: string, n: number): boolean {
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const weekday = weekdayOf(date).slice(0, 2).toUpperCase();
  const monthDay = Number(date.slice(8));
  const fromEnd = monthDay - 1 - new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  if (parts.get("FREQ") === "DAILY") return n % interval === 0;
  if (parts.get("FREQ") === "WEEKLY") {
    const daysSinceMonday = (new Date(startsOn).getUTCDay() + 6) % 7;
    const weeks = Math.floor((n + daysSinceMonday) / 7);
    return weeks % interval === 0 && parts.get("BYDAY")!.split(",").includes(weekday);
  }
  const byDay = parts.get("BYDAY");
  if (byDay !== undefined) return byDay === `${Math.ceil(monthDay / 7)}${weekday}`;
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
  readonly workingMinutes = new Set<number>();

  constructor(world: OracleWorld) {
    this.world = world;
    this.intervals = workingIntervals(world);
    for (const { start, end } of this.intervals) {
      for (let ms = start; ms < end; ms += MINUTE) this.workingMinutes.add(ms);
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
    for (let ms = Math.floor(start / MINUTE) * MINUTE; ms < end; ms += MINUTE) {
      if (!this.workingMinutes.has(ms)) return false;
    }
    return true;
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
