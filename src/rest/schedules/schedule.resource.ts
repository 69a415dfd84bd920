import type { Schedule } from "../../domain/schedule/schedule-rows.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type ScheduleResource = components["schemas"]["Schedule"];

export function toScheduleResource(schedule: Schedule): ScheduleResource {
  return {
    id: schedule.id,
    name: schedule.name,
    memberId: schedule.memberId,
    isDefault: schedule.isDefault,
    timeZone: schedule.timeZone,
    weekly: schedule.weekly as ScheduleResource["weekly"],
    overrides: schedule.overrides as ScheduleResource["overrides"],
    rules: schedule.rules as ScheduleResource["rules"],
    breaks: schedule.breaks as ScheduleResource["breaks"],
    holidays: schedule.holidays as ScheduleResource["holidays"],
    travel: schedule.travel as ScheduleResource["travel"],
    version: schedule.version,
    createdAt: instant(schedule.createdAt),
    updatedAt: instant(schedule.updatedAt),
    deletedAt: instantOrNull(schedule.deletedAt),
  };
}
