/** Writes docs/daylight-saving.md; with --check tells whether it is as it would be written, and what it hangs on. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { changesOf, FIRST_YEAR, LAST_YEAR, zones, type ClockChange } from "./daylight-saving-table.ts";

const PAGE = fileURLToPath(new URL("../docs/daylight-saving.md", import.meta.url));

/** The page as it is to be. */
export async function daylightSavingPage(): Promise<string> {
  const groups = Map.groupBy(zones, (zone) => JSON.stringify(changesOf(zone)));
  const never = groups.get("[]") ?? [];
  groups.delete("[]");
  const changing = [...groups].map(([changes, zones]) => ({ changes: JSON.parse(changes) as ClockChange[], zones }));
  const count = changing.reduce((sum, { changes, zones }) => sum + changes.length * zones.length, 0);
  const text = [
    "# Daylight saving, zone by zone",
    `Every change of the clocks from ${FIRST_YEAR} to ${LAST_YEAR} in each of the ${zones.length} zones of IANA ${process.versions.tz} that Node names: ` +
      `${count} changes, told once for the ${changing.length} groups of zones that behave alike.`,
    "The last three columns say what becomes of three patterns of working hours on the date of the change, as instants in UTC (`+1` on the day after, `-1` on the day before): " +
      "**night** is 00:30 to 02:30 and 22:30 to 24:00, **day** 09:00 to 17:00, **whole day** 00:00 to 24:00.",
    "By RFC 5545 3.3.5 a time that the clocks skip takes the offset before the gap, and one that they show twice is the first; `24:00` is the next midnight. Hours that the gap swallows are none (`-`).",
    "This page is made by `npm run daylight-saving` with `temporal-polyfill`, which is no part of the product. " +
      "`test/domain/availability/daylight-saving-table.test.ts` compares it with what the product answers, under three server zones.",
    "## Zones that change their clocks",
    ...changing.flatMap(({ changes, zones }) => [`### ${title(zones)}`, list(zones), tableOf(changes)]),
    `## Zones that do not, ${FIRST_YEAR} to ${LAST_YEAR}`,
    list(never),
  ].join("\n\n");
  return prettier.format(text, { parser: "markdown", ...(await prettier.resolveConfig(PAGE)) });
}

function title(zones: readonly string[]): string {
  return zones.length === 1 ? zones[0]! : `${zones[0]} and ${zones.length - 1} more`;
}

function list(zones: readonly string[]): string {
  return zones.map((zone) => `\`${zone}\``).join(", ");
}

function tableOf(changes: readonly ClockChange[]): string {
  const rows = changes.map((change) => {
    const { night, day, wholeDay } = change.hours;
    const clocks = `${change.before.slice(11)} → ${change.after.slice(11)}`;
    const hours = [night, day, wholeDay].map((each) => hoursText(each, change.date));
    return [change.date, `${clocks} (${change.offsetAfter})`, instantText(change.at, change.date), ...hours];
  });
  const head = ["date", "clocks (offset after)", "at", "night", "day", "whole day"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function hoursText(hours: readonly number[], date: string): string {
  const texts: string[] = [];
  for (let i = 0; i < hours.length; i += 2)
    texts.push(`${instantText(hours[i]!, date)}–${instantText(hours[i + 1]!, date)}`);
  return texts.join(", ") || "-";
}

/** 21:30, 21:30-1 on the day before the date in UTC, 00:30+1 on the day after. */
function instantText(ms: number, date: string): string {
  const days = Math.floor((ms - Date.parse(date)) / 86_400_000);
  const time = new Date(ms).toISOString().slice(11, 16);
  return days === 0 ? time : `${time}${days > 0 ? "+" : ""}${days}`;
}

if (import.meta.filename === process.argv[1]) {
  const page = await daylightSavingPage();
  if (!process.argv.includes("--check")) writeFileSync(PAGE, page);
  else if (readFileSync(PAGE, "utf8") !== page) {
    console.error("docs/daylight-saving.md is not as `npm run daylight-saving` makes it.");
    process.exitCode = 1;
  }
}
