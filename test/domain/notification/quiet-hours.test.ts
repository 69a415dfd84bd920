import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { quietStretchAt, type QuietHours } from "../../../src/domain/notification/quiet-hours.ts";

const MINUTE = 60_000;
const NIGHT: QuietHours = { start: "22:00", end: "07:00" };

const at = (instant: string) => Date.parse(instant);
const stretch = (quiet: QuietHours, zone: string, instant: string) => {
  const found = quietStretchAt(quiet, zone, at(instant));
  return found && [found.from, found.until].map((ms) => new Date(ms).toISOString());
};

describe("quiet hours", () => {
  test("over midnight are one stretch, in the zone of whoever is to sleep", () => {
    const night = ["2026-12-01T21:00:00.000Z", "2026-12-02T06:00:00.000Z"];
    for (const moment of ["2026-12-01T21:00:00Z", "2026-12-01T23:30:00Z", "2026-12-02T05:59:59.999Z"])
      expect(stretch(NIGHT, "Europe/Berlin", moment)).toEqual(night);
    expect(stretch(NIGHT, "Europe/Berlin", "2026-12-01T20:59:59.999Z")).toBeNull();
    expect(stretch(NIGHT, "Europe/Berlin", "2026-12-02T06:00:00Z")).toBeNull();
    expect(stretch(NIGHT, "America/New_York", "2026-12-01T23:30:00Z")).toBeNull();
  });

  test("within a day begin and end on it", () => {
    const siesta = { start: "13:00", end: "15:30" };
    expect(stretch(siesta, "Asia/Kolkata", "2026-12-01T08:00:00Z")).toEqual([
      "2026-12-01T07:30:00.000Z",
      "2026-12-01T10:00:00.000Z",
    ]);
    expect(stretch(siesta, "Asia/Kolkata", "2026-12-01T10:00:00Z")).toBeNull();
  });

  test("are an hour shorter in the night in which the clocks go forward, and an hour longer when they go back", () => {
    expect(stretch(NIGHT, "Europe/Berlin", "2027-03-28T00:30:00Z")).toEqual([
      "2027-03-27T21:00:00.000Z",
      "2027-03-28T05:00:00.000Z",
    ]);
    expect(stretch(NIGHT, "Europe/Berlin", "2026-10-25T00:30:00Z")).toEqual([
      "2026-10-24T20:00:00.000Z",
      "2026-10-25T06:00:00.000Z",
    ]);
  });

  test("that a spring gap swallows are none, and an hour that is shown twice is quiet twice", () => {
    const gap = { start: "02:00", end: "03:00" };
    expect(stretch(gap, "Europe/Berlin", "2027-03-28T01:00:00Z")).toBeNull();
    const twice = { start: "02:00", end: "02:30" };
    expect(stretch(twice, "Europe/Berlin", "2026-10-25T00:10:00Z")![1]).toBe("2026-10-25T00:30:00.000Z");
    expect(stretch(twice, "Europe/Berlin", "2026-10-25T01:10:00Z")).toEqual([
      "2026-10-25T01:00:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  test("are what the clocks of the zone show, minute by minute, in each zone at each change of its clocks", () => {
    const zones = [
      "Europe/Berlin",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "Pacific/Apia",
      "UTC",
    ];
    const changes = [
      "2026-10-25T01:00Z",
      "2027-03-28T01:00Z",
      "2026-11-01T04:30Z",
      "2026-10-03T15:30Z",
      "2011-12-30T10:00Z",
    ];
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...changes),
        fc.integer({ min: -2_000, max: 2_000 }),
        time,
        time,
        (zone, change, minutes, start, end) => {
          fc.pre(start !== end);
          const ms = at(change) + minutes * MINUTE;
          const isQuiet = (moment: number) => isWithin(wallMinutes(zone, moment), start, end);
          const found = quietStretchAt({ start: toText(start), end: toText(end) }, zone, ms);
          if (!isQuiet(ms)) {
            expect(found).toBeNull();
            return;
          }
          let [from, until] = [ms, ms];
          while (isQuiet(from - MINUTE)) from -= MINUTE;
          while (isQuiet(until)) until += MINUTE;
          expect(found).toEqual({ from, until });
        },
      ),
      { numRuns: 150 },
    );
  });
});

function isWithin(minutes: number, start: number, end: number): boolean {
  return start < end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** As Intl has it, which the code under test does not ask. */
function wallMinutes(zone: string, ms: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    formats.set(zone, format);
  }
  const [hours, minutes] = format.format(ms).split(":").map(Number);
  return hours! * 60 + minutes!;
}

function toText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
