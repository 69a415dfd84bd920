/** Prints where the server believes to be and what working hours come to on the dates that it is given. Run by daylight-saving-table.test.ts. */
import { readFileSync } from "node:fs";
import { workingDays } from "../../../src/domain/availability/working-time.ts";
import { WEEKDAYS } from "../../../src/domain/schedule/schedule.ts";
import { dayOfLocalDate } from "../../../src/domain/shared/local-date.ts";
import { zoneOffsetsWithin } from "../../../src/domain/shared/zone-offsets.ts";

interface Question {
  from: number;
  to: number;
  patterns: Record<string, [start: string, end: string][]>;
  zones: { zone: string; dates: string[] }[];
}

const { from, to, patterns, zones } = JSON.parse(readFileSync(0, "utf8")) as Question;

const answers = zones.map(({ zone, dates }) => ({
  zone,
  changes: zoneOffsetsWithin(zone, from, to).starts.slice(1),
  hours: dates.map((date) =>
    Object.fromEntries(Object.entries(patterns).map(([name, intervals]) => [name, hoursOn(zone, date, intervals)])),
  ),
}));

function hoursOn(timeZone: string, date: string, intervals: [start: string, end: string][]): readonly number[] {
  const weekly = intervals.map(([start, end]) => ({ days: WEEKDAYS, start, end }));
  const noon = Date.parse(`${date}T12:00:00Z`);
  const days = workingDays({ timeZone, weekly, overrides: [] }, noon, noon);
  return days.find(({ day }) => day === dayOfLocalDate(date))!.intervals;
}

process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), answers }));
