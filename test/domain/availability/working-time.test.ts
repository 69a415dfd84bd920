import { describe, expect, it } from "@jest/globals";
import { isOfWorkingDay, workingDays } from "../../../src/domain/availability/working-time.ts";
import { WEEKDAYS, type ScheduleHours } from "../../../src/domain/schedule/schedule.ts";
import { localDateOfDay } from "../../../src/domain/shared/local-date.ts";

const BERLIN = { timeZone: "Europe/Berlin", weekly: [], overrides: [] };
const NINE_TO_TEN = { start: "09:00", end: "10:00" };
const EVERY_DAY = [{ days: WEEKDAYS, ...NINE_TO_TEN }];

/** The hours in UTC by date: "2026-12-01 08:00-09:00". */
function hours(schedule: ScheduleHours, from: string, to: string): string[] {
  return workingDays(schedule, Date.parse(from), Date.parse(to)).flatMap(({ day, intervals }) => {
    const times = intervals.map((ms) => new Date(ms).toISOString().slice(0, 16));
    return times.flatMap((start, i) => (i % 2 ? [] : [`${localDateOfDay(day)}: ${start} to ${times[i + 1]}`]));
  });
}

describe("the hours of a date", () => {
  const may = ["2026-05-01T00:00Z", "2026-05-01T23:00Z"] as const;
  const onFirstOfMay = (schedule: Partial<ScheduleHours>) =>
    hours({ ...BERLIN, ...schedule }, ...may).filter((text) => text.startsWith("2026-05-01"));
  const rules = [{ rrule: "FREQ=MONTHLY;BYMONTHDAY=1", startsOn: "2026-01-01", start: "09:30", end: "12:00" }];
  const holidays = { country: "DE", region: null, types: ["public"] as const };

  it("are those of the week and of rules together, on one grid where they overlap", () => {
    expect(onFirstOfMay({ weekly: EVERY_DAY, rules })).toEqual(["2026-05-01: 2026-05-01T07:00 to 2026-05-01T10:00"]);
  });

  it("are none on a holiday", () => {
    expect(onFirstOfMay({ weekly: EVERY_DAY, rules, holidays })).toEqual([]);
  });

  it("are those of its override before all", () => {
    const overrides = [{ date: "2026-05-01", intervals: [{ start: "20:00", end: "24:00" }] }];
    expect(onFirstOfMay({ weekly: EVERY_DAY, rules, holidays, overrides })).toEqual([
      "2026-05-01: 2026-05-01T18:00 to 2026-05-01T22:00",
    ]);
  });

  it("stay two where those of a rule adjoin", () => {
    const adjoining = [{ ...rules[0]!, start: "10:00" }];
    expect(onFirstOfMay({ weekly: EVERY_DAY, rules: adjoining })).toHaveLength(2);
  });

  it("are cut by breaks, each piece with a grid of its own", () => {
    const lunch = { ...rules[0]!, start: "09:50", end: "10:30" };
    const tea = { ...rules[0]!, start: "10:20", end: "11:15" };
    expect(onFirstOfMay({ weekly: EVERY_DAY, rules, breaks: [lunch, tea] })).toEqual([
      "2026-05-01: 2026-05-01T07:00 to 2026-05-01T07:50",
      "2026-05-01: 2026-05-01T09:15 to 2026-05-01T10:00",
    ]);
  });

  it("are none where breaks leave nothing", () => {
    expect(onFirstOfMay({ weekly: EVERY_DAY, breaks: [{ ...rules[0]!, start: "00:00", end: "24:00" }] })).toEqual([]);
  });

  it("know no breaks on a date with an override", () => {
    const overrides = [{ date: "2026-05-01", intervals: [NINE_TO_TEN] }];
    expect(onFirstOfMay({ weekly: [], breaks: rules, overrides })).toEqual([
      "2026-05-01: 2026-05-01T07:00 to 2026-05-01T08:00",
    ]);
  });

  it("are none on any of a holiday's several days", () => {
    const egyptian = { country: "EG", region: null, types: ["public"] as const };
    const feast = hours({ ...BERLIN, weekly: EVERY_DAY, holidays: egyptian }, "2026-05-26T12:00Z", "2026-05-31T12:00Z");
    const dates = feast.map((text) => text.slice(0, 10));
    expect(dates).toEqual(["2026-05-25", "2026-05-26", "2026-05-31", "2026-06-01"]);
  });
});

describe("hours on travel", () => {
  it("have their breaks over there too", () => {
    const travel = [{ from: "2026-12-02", to: "2026-12-02", timeZone: "America/New_York" }];
    const breaks = [{ rrule: "FREQ=DAILY", startsOn: "2026-12-01", start: "09:15", end: "10:00" }];
    expect(hours({ ...BERLIN, weekly: EVERY_DAY, breaks, travel }, "2026-12-02T12:00Z", "2026-12-02T12:00Z")).toContain(
      "2026-12-02: 2026-12-02T14:00 to 2026-12-02T14:15",
    );
  });

  const away = { from: "2026-12-02", to: "2026-12-02" };

  it("are read in the zone over there, on the dates of the stay, ends included", () => {
    const travel = [{ ...away, timeZone: "America/New_York" }];
    expect(hours({ ...BERLIN, weekly: EVERY_DAY, travel }, "2026-12-02T12:00Z", "2026-12-02T12:00Z")).toEqual([
      "2026-12-01: 2026-12-01T08:00 to 2026-12-01T09:00",
      "2026-12-02: 2026-12-02T14:00 to 2026-12-02T15:00",
      "2026-12-03: 2026-12-03T08:00 to 2026-12-03T09:00",
    ]);
  });

  it("are found from one end of the world to the other, where it is the date before yesterday's", () => {
    const [east, west] = ["Pacific/Kiritimati", "Etc/GMT+12"];
    const night = [{ days: WEEKDAYS, start: "23:00", end: "24:00" }];
    const travel = [{ ...away, timeZone: west }];
    // 11:30 UTC on the 3rd: 01:30 on the 4th in the east, 23:30 on the 2nd in the west.
    const asked = ["2026-12-03T11:30Z", "2026-12-03T11:31Z"] as const;
    expect(hours({ timeZone: east, weekly: night, overrides: [], travel }, ...asked)).toContain(
      "2026-12-02: 2026-12-03T11:00 to 2026-12-03T12:00",
    );
    const back = hours(
      { timeZone: west, weekly: night, overrides: [], travel: [{ ...away, timeZone: east }] },
      "2026-12-02T09:30Z",
      "2026-12-02T09:31Z",
    );
    expect(back).toContain("2026-12-02: 2026-12-02T09:00 to 2026-12-02T10:00");
  });

  it("leave a date or none between two zones: both count where they overlap, neither where there is a gap", () => {
    const schedule = (timeZone: string) => ({ ...BERLIN, weekly: EVERY_DAY, travel: [{ ...away, timeZone }] });
    const works = (timeZone: string, at: string) =>
      isOfWorkingDay(workingDays(schedule(timeZone), Date.parse(at), Date.parse(at)), Date.parse(at));
    // The 1st is over in Berlin, and the 2nd has not begun in New York.
    expect(works("America/New_York", "2026-12-02T02:00Z")).toBe(false);
    // The 2nd has begun in Tokyo, and the 1st is not over in Berlin.
    expect(works("Asia/Tokyo", "2026-12-01T16:00Z")).toBe(true);
  });

  it("of the far past and future change nothing today", () => {
    const travel = [
      { from: "1000-01-01", to: "1999-12-31", timeZone: "Asia/Tokyo" },
      { from: "8000-01-01", to: "8999-12-31", timeZone: "Asia/Tokyo" },
    ];
    const asked = ["2026-12-02T00:00Z", "2026-12-02T00:00Z"] as const;
    expect(hours({ ...BERLIN, weekly: EVERY_DAY, travel }, ...asked)).toEqual(
      hours({ ...BERLIN, weekly: EVERY_DAY }, ...asked),
    );
  });
});
