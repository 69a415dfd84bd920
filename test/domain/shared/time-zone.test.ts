import { describe, expect, it } from "@jest/globals";
import { dayOfLocalDate } from "../../../src/domain/shared/local-date.ts";
import {
  hasLocalDay,
  instantOfLocal,
  isTimeZone,
  localDateOf,
  offsetAt,
  startOfLocalDate,
} from "../../../src/domain/shared/time-zone.ts";
import { oracleInstantOf, transitionsOf } from "../availability/oracle.ts";
import { ZONES } from "../availability/zones.ts";

const at = (text: string) => Date.parse(text);
const DAY = 86_400_000;

describe("a time zone identifier", () => {
  it.each([
    ...Intl.supportedValuesOf("timeZone"),
    "Asia/Calcutta",
    "Asia/Kolkata",
    "US/Eastern",
    "UTC",
    "GMT",
    "Etc/GMT+5",
    "Etc/UTC",
    "Europe/Kyiv",
    "Australia/ACT",
    "America/Argentina/ComodRivadavia",
    "GB-Eire",
    "EST5EDT",
  ])("is %s", (id) => {
    expect(isTimeZone(id)).toBe(true);
  });

  it.each([
    "+01:00",
    "-05",
    "+0100",
    "UTC+1",
    "GMT+1",
    "Etc/GMT+15",
    "europe/berlin",
    "EUROPE/BERLIN",
    "Europe/BERLIN",
    "utc",
    "Z",
    "IST",
    "PST",
    "CEST",
    "Mars/Olympus",
    "Europe/Nowhere",
    "Etc/Unknown",
    "SystemV/EST5",
    "posix/UTC",
    "localtime",
    "Europe/Berlin ",
    " Europe/Berlin",
    "Europe/../Berlin",
    "Europe",
    "",
  ])("is not %p", (id) => {
    expect(isTimeZone(id)).toBe(false);
  });
});

describe("the offset of a zone", () => {
  it("changes at the very millisecond of the transition", () => {
    const change = at("2025-03-30T01:00Z");
    expect([offsetAt("Europe/Berlin", change - 1), offsetAt("Europe/Berlin", change)]).toEqual([3_600_000, 7_200_000]);
  });

  it("is right across the borders of what is looked up together, and far from today", () => {
    for (let year = 1950; year < 2350; year++) {
      expect([year, offsetAt("America/New_York", Date.UTC(year, 0, 1))]).toEqual([year, -18_000_000]);
    }
    expect(offsetAt("Africa/Monrovia", Date.UTC(1950, 0, 1))).toBe(-2_670_000);
    expect(offsetAt("UTC", Date.UTC(9998, 0, 1))).toBe(0);
  });

  it("agrees with Intl on either side of every transition of 30 years", () => {
    for (const zone of ["Africa/Cairo", "Africa/Casablanca", "America/Recife", "Asia/Gaza", "Australia/Lord_Howe"]) {
      const transitions = transitionsOf(zone, Date.UTC(1995, 0, 1), Date.UTC(2030, 0, 1));
      expect(transitions.length).toBeGreaterThan(5);
      for (const change of transitions) {
        expect([zone, change, offsetAt(zone, change - 1) === offsetAt(zone, change)]).toEqual([zone, change, false]);
        expect(offsetAt(zone, change - 1)).toBe(offsetAt(zone, change - DAY));
        expect(offsetAt(zone, change)).toBe(offsetAt(zone, change + DAY));
      }
    }
  });

  it("does not exist for an unknown zone", () => {
    expect(() => offsetAt("Mars/Olympus", 0)).toThrow(RangeError);
  });
});

describe("the instant of a local time (RFC 5545 3.3.5)", () => {
  it.each([
    ["takes the offset before the gap when it lies in one", "Europe/Berlin", "2025-03-30", 150, "2025-03-30T01:30Z"],
    ["is the first of two", "Europe/Berlin", "2025-10-26", 150, "2025-10-26T00:30Z"],
    [
      "is the second of two's successor once the clocks have run on",
      "Europe/Berlin",
      "2025-10-26",
      180,
      "2025-10-26T02:00Z",
    ],
    ["at 24:00 is the next local midnight", "Europe/Berlin", "2025-03-30", 1440, "2025-03-30T22:00Z"],
    [
      "at 24:00 is the end of the gap where midnight is skipped",
      "Africa/Cairo",
      "2025-04-24",
      1440,
      "2025-04-24T22:00Z",
    ],
    ["at 00:00 is the end of the gap where midnight is skipped", "Africa/Cairo", "2025-04-25", 0, "2025-04-24T22:00Z"],
    ["at 00:00 is the first midnight of two", "America/Havana", "2025-11-02", 0, "2025-11-02T04:00Z"],
    ["knows half hours of daylight saving", "Australia/Lord_Howe", "2025-10-05", 135, "2025-10-04T15:45Z"],
    ["knows gaps of two hours", "Antarctica/Troll", "2025-03-30", 150, "2025-03-30T02:30Z"],
    ["on a skipped day takes the offset before the day", "Pacific/Apia", "2011-12-30", 540, "2011-12-30T19:00Z"],
  ])("%s", (_, zone, date, minutes, expected) => {
    expect(new Date(instantOfLocal(zone, date, minutes)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it("is what a walk through the day finds, each quarter of an hour round every transition of 2025 to 2027", () => {
    for (const zone of ZONES) {
      for (const change of transitionsOf(zone, Date.UTC(2025, 0, 1), Date.UTC(2028, 0, 1))) {
        const date = localDateOf(zone, change - 1);
        const minutes = Array.from({ length: 96 + 9 }, (_, i) => i * 15);
        expect({ zone, date, found: minutes.map((m) => instantOfLocal(zone, date, m)) }).toEqual({
          zone,
          date,
          found: minutes.map((m) => oracleInstantOf(zone, date, m)),
        });
      }
    }
  });
});

describe("a local date in a zone", () => {
  it.each([
    ["Europe/Berlin", "2025-03-30", "2025-03-29T23:00Z"],
    ["Africa/Cairo", "2025-04-25", "2025-04-24T22:00Z"],
    ["America/Santiago", "2025-09-07", "2025-09-07T04:00Z"],
    ["America/Santiago", "2025-04-06", "2025-04-06T04:00Z"],
    ["America/Havana", "2025-11-02", "2025-11-02T04:00Z"],
    ["America/Toronto", "1919-03-31", "1919-03-31T04:30Z"],
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z"],
  ])("of %s: %s begins at %s", (zone, date, expected) => {
    const start = startOfLocalDate(zone, date);
    expect(new Date(start).toISOString()).toBe(new Date(expected).toISOString());
    expect([localDateOf(zone, start - 1) < date, localDateOf(zone, start)]).toEqual([true, date]);
  });

  it("may have been skipped, and then begins with the next one", () => {
    expect(hasLocalDay("Pacific/Apia", dayOfLocalDate("2011-12-30"))).toBe(false);
    expect(hasLocalDay("Pacific/Kwajalein", dayOfLocalDate("1993-08-21"))).toBe(false);
    expect(hasLocalDay("Africa/Cairo", dayOfLocalDate("2025-04-25"))).toBe(true);
    expect(startOfLocalDate("Pacific/Apia", "2011-12-30")).toBe(startOfLocalDate("Pacific/Apia", "2011-12-31"));
  });
});
