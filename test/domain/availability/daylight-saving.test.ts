import { describe, expect, it } from "@jest/globals";
import { offeredSlots } from "./one-host.ts";
import { workingDays } from "../../../src/domain/availability/working-time.ts";
import { WEEKDAYS } from "../../../src/domain/schedule/schedule.ts";
import { formatInstant } from "../../../src/domain/shared/instants.ts";
import { dayOfLocalDate } from "../../../src/domain/shared/local-date.ts";
import { Oracle, transitionsOf } from "./oracle.ts";
import { ZONES } from "./zones.ts";

const DAY = 86_400_000;

const PATTERNS = [
  [["00:00", "24:00"]],
  [["01:30", "03:30"]],
  [["09:00", "17:00"]],
  [
    ["22:30", "24:00"],
    ["00:00", "00:45"],
    ["02:00", "02:30"],
    ["02:30", "04:00"],
  ],
] as const;

function daily(timeZone: string, pattern: readonly (readonly [string, string])[]) {
  return { timeZone, weekly: pattern.map(([start, end]) => ({ days: WEEKDAYS, start, end })), overrides: [] };
}

const terms = {
  durationMinutes: 45,
  slotIntervalMinutes: 15,
  slotOffsetMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  timeZone: "UTC",
  bookingWindow: null,
};

const transitions = ZONES.flatMap((zone) =>
  transitionsOf(zone, Date.UTC(2025, 0, 1), Date.UTC(2028, 0, 1)).map((at) => ({ zone, at })),
);

describe("every change of clocks in 2025, 2026 and 2027", () => {
  it("is there to be tested: over 40 zones, most of which change twice a year", () => {
    expect(ZONES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(transitions.map(({ zone }) => zone)).size).toBeGreaterThan(30);
    expect(transitions.length).toBeGreaterThan(200);
  });

  it.each(PATTERNS.map((pattern) => ({ hours: pattern.map((each) => each.join("-")).join(" "), pattern })))(
    "leaves the slots of a host who works $hours as the oracle has them",
    ({ pattern }) => {
      for (const { zone, at } of transitions) {
        const schedule = daily(zone, pattern);
        const world = { schedule, terms, busy: [], from: at - DAY, to: at + DAY, now: at - DAY };
        expect({ zone, at, starts: offeredSlots(world) }).toEqual({ zone, at, starts: new Oracle(world).offered() });
      }
    },
  );
});

/** zone, local date, hours, then the working interval in UTC as one knows it from the law of the place; none: empty. */
const KNOWN: [string, string, string, string, string?, string?][] = [
  ["Europe/Berlin", "2025-03-30", "00:00", "24:00", "2025-03-29T23:00", "2025-03-30T22:00"],
  ["Europe/Berlin", "2025-03-30", "01:30", "03:30", "2025-03-30T00:30", "2025-03-30T01:30"],
  ["Europe/Berlin", "2025-03-30", "02:15", "05:00", "2025-03-30T01:15", "2025-03-30T03:00"],
  ["Europe/Berlin", "2025-03-30", "02:00", "03:00"],
  ["Europe/Berlin", "2025-03-30", "02:30", "03:15"],
  ["Europe/Berlin", "2025-03-30", "09:00", "17:00", "2025-03-30T07:00", "2025-03-30T15:00"],
  ["Europe/Berlin", "2025-10-26", "00:00", "24:00", "2025-10-25T22:00", "2025-10-26T23:00"],
  ["Europe/Berlin", "2025-10-26", "01:30", "03:30", "2025-10-25T23:30", "2025-10-26T02:30"],
  ["Europe/Berlin", "2025-10-26", "02:00", "02:30", "2025-10-26T00:00", "2025-10-26T00:30"],
  ["Europe/Berlin", "2025-10-26", "02:30", "03:00", "2025-10-26T00:30", "2025-10-26T02:00"],
  ["America/New_York", "2026-03-08", "01:30", "03:30", "2026-03-08T06:30", "2026-03-08T07:30"],
  ["America/New_York", "2026-03-08", "02:30", "04:00", "2026-03-08T07:30", "2026-03-08T08:00"],
  ["America/New_York", "2026-11-01", "01:30", "03:30", "2026-11-01T05:30", "2026-11-01T08:30"],
  ["America/New_York", "2026-11-01", "00:00", "24:00", "2026-11-01T04:00", "2026-11-02T05:00"],
  ["Europe/London", "2027-03-28", "01:30", "03:30", "2027-03-28T01:30", "2027-03-28T02:30"],
  ["Europe/London", "2027-10-31", "01:30", "03:30", "2027-10-31T00:30", "2027-10-31T03:30"],
  ["Europe/Dublin", "2025-03-30", "01:30", "03:30", "2025-03-30T01:30", "2025-03-30T02:30"],
  ["Europe/Dublin", "2025-10-26", "01:30", "03:30", "2025-10-26T00:30", "2025-10-26T03:30"],
  ["Australia/Lord_Howe", "2025-04-06", "01:30", "03:30", "2025-04-05T14:30", "2025-04-05T17:00"],
  ["Australia/Lord_Howe", "2025-10-05", "01:30", "03:30", "2025-10-04T15:00", "2025-10-04T16:30"],
  ["Australia/Lord_Howe", "2025-10-05", "02:15", "03:30", "2025-10-04T15:45", "2025-10-04T16:30"],
  ["Australia/Lord_Howe", "2025-10-05", "00:00", "24:00", "2025-10-04T13:30", "2025-10-05T13:00"],
  ["America/Santiago", "2025-04-05", "00:00", "24:00", "2025-04-05T03:00", "2025-04-06T04:00"],
  ["America/Santiago", "2025-04-05", "23:30", "24:00", "2025-04-06T02:30", "2025-04-06T04:00"],
  ["America/Santiago", "2025-09-07", "00:00", "24:00", "2025-09-07T04:00", "2025-09-08T03:00"],
  ["America/Santiago", "2025-09-07", "00:30", "02:00", "2025-09-07T04:30", "2025-09-07T05:00"],
  ["Africa/Cairo", "2025-04-25", "00:00", "24:00", "2025-04-24T22:00", "2025-04-25T21:00"],
  ["Africa/Cairo", "2025-10-30", "00:00", "24:00", "2025-10-29T21:00", "2025-10-30T22:00"],
  ["Africa/Casablanca", "2025-02-22", "09:00", "17:00", "2025-02-22T08:00", "2025-02-22T16:00"],
  ["Africa/Casablanca", "2025-02-23", "01:30", "03:30", "2025-02-23T00:30", "2025-02-23T03:30"],
  ["Africa/Casablanca", "2025-03-15", "09:00", "17:00", "2025-03-15T09:00", "2025-03-15T17:00"],
  ["Africa/Casablanca", "2025-04-06", "01:30", "03:30", "2025-04-06T01:30", "2025-04-06T02:30"],
  ["Africa/El_Aaiun", "2025-04-07", "09:00", "17:00", "2025-04-07T08:00", "2025-04-07T16:00"],
  ["Antarctica/Troll", "2025-03-30", "01:30", "03:30"],
  ["Antarctica/Troll", "2025-03-30", "00:00", "24:00", "2025-03-30T00:00", "2025-03-30T22:00"],
  ["Antarctica/Troll", "2025-10-26", "01:30", "03:30", "2025-10-25T23:30", "2025-10-26T03:30"],
  ["Pacific/Apia", "2011-12-29", "00:00", "24:00", "2011-12-29T10:00", "2011-12-30T10:00"],
  ["Pacific/Apia", "2011-12-30", "09:00", "17:00"],
  ["Pacific/Apia", "2011-12-31", "00:00", "24:00", "2011-12-30T10:00", "2011-12-31T10:00"],
  ["Pacific/Apia", "2026-01-05", "09:00", "17:00", "2026-01-04T20:00", "2026-01-05T04:00"],
  ["Pacific/Kwajalein", "1993-08-21", "09:00", "17:00"],
  ["America/Havana", "2025-03-09", "00:00", "24:00", "2025-03-09T05:00", "2025-03-10T04:00"],
  ["America/Havana", "2025-11-02", "00:00", "24:00", "2025-11-02T04:00", "2025-11-03T05:00"],
  ["America/Havana", "2025-11-02", "00:30", "01:00", "2025-11-02T04:30", "2025-11-02T06:00"],
  ["Pacific/Chatham", "2025-04-06", "01:30", "03:30", "2025-04-05T11:45", "2025-04-05T13:45"],
  ["Pacific/Chatham", "2025-09-28", "01:30", "03:30", "2025-09-27T12:45", "2025-09-27T14:45"],
  ["Asia/Beirut", "2025-03-30", "00:00", "24:00", "2025-03-29T22:00", "2025-03-30T21:00"],
  ["Asia/Beirut", "2025-10-25", "00:00", "24:00", "2025-10-24T21:00", "2025-10-25T22:00"],
  ["Australia/Sydney", "2025-10-05", "01:30", "03:30", "2025-10-04T15:30", "2025-10-04T16:30"],
  ["Pacific/Auckland", "2025-09-28", "01:30", "03:30", "2025-09-27T13:30", "2025-09-27T14:30"],
  ["America/St_Johns", "2025-03-09", "01:30", "03:30", "2025-03-09T05:00", "2025-03-09T06:00"],
  ["America/Nuuk", "2025-03-29", "00:00", "24:00", "2025-03-29T02:00", "2025-03-30T01:00"],
  ["America/Nuuk", "2025-03-29", "23:00", "23:30", "2025-03-30T01:00", "2025-03-30T01:30"],
  ["Atlantic/Azores", "2025-03-30", "00:00", "24:00", "2025-03-30T01:00", "2025-03-31T00:00"],
  ["Asia/Kolkata", "2025-03-30", "01:30", "03:30", "2025-03-29T20:00", "2025-03-29T22:00"],
  ["Asia/Calcutta", "2025-10-26", "00:00", "24:00", "2025-10-25T18:30", "2025-10-26T18:30"],
  ["Asia/Kathmandu", "2025-03-30", "09:00", "17:00", "2025-03-30T03:15", "2025-03-30T11:15"],
  ["Asia/Tehran", "2025-03-22", "09:00", "17:00", "2025-03-22T05:30", "2025-03-22T13:30"],
  ["Pacific/Kiritimati", "2025-01-01", "00:00", "24:00", "2024-12-31T10:00", "2025-01-01T10:00"],
  ["Etc/GMT+12", "2025-01-01", "00:00", "24:00", "2025-01-01T12:00", "2025-01-02T12:00"],
  ["US/Eastern", "2025-07-04", "09:00", "17:00", "2025-07-04T13:00", "2025-07-04T21:00"],
];

describe("working hours of one date (RFC 5545 3.3.5)", () => {
  it.each(KNOWN)("%s %s %s-%s is %s to %s", (zone, date, start, end, ...expected) => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const days = workingDays(daily(zone, [[start, end]]), noon, noon);
    const intervals = days.find(({ day }) => day === dayOfLocalDate(date))?.intervals ?? [];
    expect(intervals.map(formatInstant)).toEqual(expected.filter(Boolean).map((minute) => `${minute}:00.000Z`));
  });

  it("has 23 hourly slots on the day that Berlin loses an hour and 25 on the day that it gains one", () => {
    const schedule = daily("Europe/Berlin", [["00:00", "24:00"]]);
    const hourly = { ...terms, durationMinutes: 60, slotIntervalMinutes: 60 };
    const on = (from: string, to: string) =>
      offeredSlots({ schedule, terms: hourly, busy: [], from: Date.parse(from), to: Date.parse(to), now: 0 });
    expect(on("2025-03-30T00:00+01:00", "2025-03-31T00:00+02:00")).toHaveLength(23);
    expect(on("2025-10-26T00:00+02:00", "2025-10-27T00:00+01:00")).toHaveLength(25);
  });
});
