import { describe, expect, it } from "@jest/globals";
import { scheduleErrors, type ScheduleHours } from "../../../src/domain/schedule/schedule.ts";

const good: ScheduleHours = {
  timeZone: "Asia/Kolkata",
  weekly: [
    { days: ["monday", "friday"], start: "09:00", end: "12:00" },
    { days: ["monday"], start: "12:00", end: "24:00" },
    { days: ["tuesday"], start: "00:00", end: "12:30" },
  ],
  overrides: [
    { date: "2026-12-24", intervals: [] },
    {
      date: "2024-02-29",
      intervals: [
        { start: "12:00", end: "13:00" },
        { start: "09:00", end: "12:00" },
      ],
    },
  ],
};

const pointers = (changes: Partial<ScheduleHours>) =>
  scheduleErrors({ ...good, ...changes }).map(({ pointer }) => pointer);
const weekly = (...rules: ScheduleHours["weekly"]) => pointers({ weekly: rules });
const override = (...intervals: { start: string; end: string }[]) =>
  pointers({ overrides: [{ date: "2026-12-24", intervals }] });

describe("the hours of a schedule", () => {
  it("may adjoin, reach midnight, come in any order, and leave days off", () => {
    expect(scheduleErrors(good)).toEqual([]);
    expect(scheduleErrors({ timeZone: "UTC", weekly: [], overrides: [] })).toEqual([]);
  });

  it("are in an IANA zone", () => {
    expect(scheduleErrors({ ...good, timeZone: "+05:30" })).toEqual([
      { pointer: "/timeZone", message: "must be an IANA time zone identifier" },
    ]);
  });

  it("are written HH:mm, and only an end is ever 24:00", () => {
    expect(weekly({ days: ["monday"], start: "9:00", end: "17:00" })).toEqual(["/weekly/0/start"]);
    expect(weekly({ days: ["monday"], start: "09:00", end: "17:60" })).toEqual(["/weekly/0/end"]);
    expect(weekly({ days: ["monday"], start: "24:00", end: "24:00" })).toEqual(["/weekly/0/start"]);
    expect(override({ start: "09:00", end: "10:00" }, { start: "noon", end: "24:30" })).toEqual([
      "/overrides/0/intervals/1/start",
      "/overrides/0/intervals/1/end",
    ]);
  });

  it("end after they start", () => {
    expect(weekly({ days: ["monday"], start: "17:00", end: "09:00" })).toEqual(["/weekly/0/end"]);
    expect(override({ start: "09:00", end: "09:00" })).toEqual(["/overrides/0/intervals/0/end"]);
  });

  it("do not overlap on a weekday, between two rules either, which is said once", () => {
    expect(
      scheduleErrors({
        ...good,
        weekly: [
          { days: ["monday", "tuesday"], start: "10:00", end: "12:00" },
          { days: ["monday", "tuesday", "friday"], start: "09:00", end: "10:01" },
          { days: ["friday"], start: "10:01", end: "11:00" },
        ],
      }),
    ).toEqual([{ pointer: "/weekly/0/start", message: "overlaps with /weekly/1 on monday" }]);
  });

  it("do not overlap within one override, also where one lies within another", () => {
    expect(
      override({ start: "09:00", end: "17:00" }, { start: "10:00", end: "11:00" }, { start: "12:00", end: "13:00" }),
    ).toEqual(["/overrides/0/intervals/1/start", "/overrides/0/intervals/2/start"]);
  });

  it("name a day once in a rule", () => {
    expect(weekly({ days: ["monday", "friday", "monday"], start: "09:00", end: "17:00" })).toEqual([
      "/weekly/0/days/2",
    ]);
  });

  it("override each date once, and only dates that exist", () => {
    const on = (...dates: string[]) => pointers({ overrides: dates.map((date) => ({ date, intervals: [] })) });
    expect(on("2026-12-24", "2026-12-25", "2026-12-24")).toEqual(["/overrides/2/date"]);
    expect(on("2026-02-30", "2026-12-25")).toEqual(["/overrides/0/date"]);
  });

  it("may be wrong in several places at once", () => {
    expect(
      pointers({
        timeZone: "Mars/Olympus",
        weekly: [{ days: ["monday"], start: "x", end: "10:00" }],
        overrides: [{ date: "tomorrow", intervals: [] }],
      }),
    ).toEqual(["/timeZone", "/weekly/0/start", "/overrides/0/date"]);
  });
});
