import { workingDays, workingTime } from "../availability/working-time.ts";
import type { ScheduleHours } from "../schedule/schedule.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { StatsRange } from "./stats-range.ts";

/** How many minutes of [from, to) a schedule's hours take up; hours that meet count once. */
export function workingMinutes(hours: ScheduleHours, range: Pick<StatsRange, "from" | "to">): number {
  const [from, to] = [range.from.getTime(), range.to.getTime()];
  const working = workingTime(workingDays(hours, from, to));
  let ms = 0;
  for (let i = 0; i < working.length; i += 2)
    ms += Math.max(0, Math.min(working[i + 1]!, to) - Math.max(working[i]!, from));
  return Math.round(ms / MINUTE_MS);
}
