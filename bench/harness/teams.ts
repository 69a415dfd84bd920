import type { Host } from "../../src/domain/availability/host-time.ts";
import type { SlotQuery } from "../../src/domain/availability/offered-slots.ts";
import type { ScheduleHours, WeeklyRule } from "../../src/domain/schedule/schedule.ts";
import { toIntervals } from "../../src/domain/shared/intervals.ts";
import { DAY_MS, MINUTE_MS } from "../../src/domain/shared/local-date.ts";
import { instantOfLocalDay, localDayOf } from "../../src/domain/shared/time-zone.ts";

/** Where hosts live, by turns. */
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Los_Angeles"] as const;
const WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const QUARTER_MS = 15 * MINUTE_MS;
const HALF_HOUR_MS = 2 * QUARTER_MS;

/** Whether hosts of one zone work the same hours, or each has hours of his own, all of them on the quarter. */
export type Habit = "alike" | "each his own";

export interface BenchHours {
  timeZone: string;
  weekly: WeeklyRule[];
}

/** Eight hours or more of each workday. */
export function hoursOf(index: number, habit: Habit): BenchHours {
  const own = habit === "alike" ? 0 : Math.floor(index / ZONES.length);
  const start = (habit === "alike" ? 9 * 60 : 6 * 60) + (own % 10) * 15;
  const end = start + 8 * 60 + Math.floor(own / 10) * 15;
  return {
    timeZone: ZONES[index % ZONES.length]!,
    weekly: [{ days: [...WORKDAYS], start: clock(start), end: clock(end) }],
  };
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((figure) => String(figure).padStart(2, "0")).join(":");
}

/** Half hours of a host's working days, of the sixteen that begin with them, flat (start, end, ... in epoch ms): so many in each 31 days, drawn anew for each host. */
export function busyTimeOf(
  index: number,
  { timeZone, weekly }: BenchHours,
  from: number,
  to: number,
  every31Days: number,
) {
  const [hours, minutes] = weekly[0]!.start.split(":").map(Number);
  const random = randomOf(index + 1);
  // Of 16 half hours on 22 workdays.
  const share = every31Days / (16 * 22);
  const busy: number[] = [];
  for (let day = localDayOf(timeZone, from) - 1; day <= localDayOf(timeZone, to); day++) {
    if ((day + 3) % 7 > 4) continue;
    const begins = instantOfLocalDay(timeZone, day, hours! * 60 + minutes!);
    for (let half = 0; half < 16; half++) {
      const start = begins + half * HALF_HOUR_MS;
      if (random() < share) busy.push(start, start + HALF_HOUR_MS);
    }
  }
  return busy;
}

/** The same figures from 0 to 1 whenever it is begun with the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface TeamQueryInput {
  hosts: number;
  days: number;
  busyBlocks: number;
  habit: Habit;
  from: number;
}

/** A round robin as the domain is asked about it, half an hour every quarter. Who works alike shares one object, as in an offering. */
export function teamQuery({ hosts, days, busyBlocks, habit, from }: TeamQueryInput): SlotQuery {
  const to = from + days * DAY_MS;
  const schedules = new Map<string, ScheduleHours>();
  const pool = Array.from({ length: hosts }, (_, index): Host => {
    const hours = hoursOf(index, habit);
    const key = JSON.stringify(hours);
    const schedule = schedules.get(key) ?? { ...hours, overrides: [] };
    schedules.set(key, schedule);
    return { schedule, busy: toIntervals(busyTimeOf(index, hours, from, to, busyBlocks)) };
  });
  const terms = {
    durationMinutes: 30,
    slotIntervalMinutes: 15,
    slotOffsetMinutes: 0,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    timeZone: "UTC",
    bookingWindow: null,
  };
  return { team: { all: [], pool }, terms, from, to, now: from - DAY_MS };
}

/** The starts of [from, to) at which one of those whose time is given can be had, found quarter by quarter. */
export function freeStarts(
  hosts: readonly { hours: BenchHours; busy: readonly number[] }[],
  from: number,
  to: number,
): number[] {
  const free = new Set<number>();
  for (const { hours, busy } of hosts) {
    const { start, end } = hours.weekly[0]!;
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: hours.timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
    const taken = new Set(busy.filter((_, index) => index % 2 === 0));
    for (let ms = from; ms < to; ms += QUARTER_MS) {
      const [weekday, time] = format.format(ms).split(" ");
      const [, lastMinute] = format.format(ms + HALF_HOUR_MS - MINUTE_MS).split(" ");
      if (/Sat|Sun/.test(weekday!) || time! < start || lastMinute! < time! || lastMinute! >= end) continue;
      if (![ms - QUARTER_MS, ms, ms + QUARTER_MS].some((each) => taken.has(each))) free.add(ms);
    }
  }
  return [...free].sort((a, b) => a - b);
}
