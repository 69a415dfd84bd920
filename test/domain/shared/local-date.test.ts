import { describe, expect, it } from "@jest/globals";
import {
  addDays,
  dayOfLocalDate,
  localDateOfDay,
  parseLocalDate,
  weekdayOfDay,
} from "../../../src/domain/shared/local-date.ts";
import { parseLocalTime } from "../../../src/domain/shared/local-time.ts";

describe("a local date", () => {
  it.each([
    "2025-02-29",
    "2025-02-30",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "0000-01-01",
    "2025-1-1",
    "20250101",
    "2025-01-01T00:00",
    "+002025-01-01",
    "",
  ])("is not %p", (text) => {
    expect(parseLocalDate(text)).toBeNull();
    expect(() => dayOfLocalDate(text)).toThrow(RangeError);
  });

  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2024-02-29", 19_782],
    ["0001-01-01", -719_162],
    ["9999-12-31", 2_932_896],
  ])("%s lies %i days after 1970-01-01", (date, day) => {
    expect(parseLocalDate(date)).toBe(day);
    expect(localDateOfDay(day)).toBe(date);
  });

  it("moves over months, leap days and years", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-02-28", 1)).toBe("2025-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("counts weekdays from Monday, before 1970 too", () => {
    expect(
      ["2026-03-02", "2026-03-08", "1969-12-31", "1969-12-29"].map((date) => weekdayOfDay(dayOfLocalDate(date))),
    ).toEqual([0, 6, 2, 0]);
  });
});

describe("a local time", () => {
  it("counts minutes since midnight, up to 24:00", () => {
    expect(["00:00", "09:30", "23:59", "24:00"].map(parseLocalTime)).toEqual([0, 570, 1439, 1440]);
  });

  it.each(["24:01", "9:30", "09:60", "09:30:00", "25:00", "-1:00", ""])("is not %p", (text) => {
    expect(parseLocalTime(text)).toBeNull();
  });
});
