import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import {
  changesOf,
  FIRST_YEAR,
  LAST_YEAR,
  PATTERNS,
  zones,
  type ClockChange,
} from "../../../scripts/daylight-saving-table.ts";
import { daylightSavingPage } from "../../../scripts/daylight-saving.ts";

const script = fileURLToPath(new URL("./daylight-saving-hours.ts", import.meta.url));
const page = fileURLToPath(new URL("../../../docs/daylight-saving.md", import.meta.url));

interface Answers {
  offset: number;
  answers: { zone: string; changes: number[]; hours: ClockChange["hours"][] }[];
}

const DAY = 86_400_000;
const expected = zones.map((zone) => ({ zone, changes: changesOf(zone) }));

/** What the product makes of the hours on the dates of the table, in a process that believes to be in a zone. */
function askUnder(serverZone: string): Answers {
  const question = {
    // The table has changes of local years, which begin and end in UTC at other times.
    from: Date.UTC(FIRST_YEAR) - DAY,
    to: Date.UTC(LAST_YEAR + 1) + DAY,
    patterns: PATTERNS,
    zones: expected.map(({ zone, changes }) => ({ zone, dates: changes.map(({ date }) => date) })),
  };
  const output = execFileSync(process.execPath, [script], {
    env: { ...process.env, TZ: serverZone, NODE_OPTIONS: "" },
    input: JSON.stringify(question),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as Answers;
}

describe("the daylight-saving table", () => {
  it("has every zone, and changes of all sorts", () => {
    expect(zones.length).toBeGreaterThan(400);
    const changes = expected.flatMap((each) => each.changes);
    expect(changes.length).toBeGreaterThan(1_500);
    const minutes = changes.map(({ before, after }) => (Date.parse(`${after}Z`) - Date.parse(`${before}Z`)) / 60_000);
    expect(new Set(minutes)).toEqual(new Set([60, -60, 30, -30, 120, -120]));
    const lengths = changes.map(({ hours: { wholeDay } }) => (wholeDay[1]! - wholeDay[0]!) / 3_600_000);
    expect(new Set(lengths)).toEqual(new Set([22, 23, 23.5, 24.5, 25, 26]));
  });

  it.each([
    ["UTC", 0],
    ["America/St_Johns", 210],
    ["Pacific/Apia", 660],
  ])("is what the product answers on a server in %s", (serverZone, offset) => {
    const answered = askUnder(serverZone);
    expect(answered.offset).toBe(offset);
    expect(answered.answers).toEqual(
      expected.map(({ zone, changes }) => ({
        zone,
        changes: changes.map(({ at }) => at),
        hours: changes.map(({ hours }) => hours),
      })),
    );
  });

  it("is published as docs/daylight-saving.md (npm run daylight-saving), every zone by its name", async () => {
    const published = readFileSync(page, "utf8");
    for (const zone of zones) expect(published).toContain(`\`${zone}\``);
    expect(await daylightSavingPage()).toBe(published);
  });
});
