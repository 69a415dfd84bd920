import { toHolidayChoice, type HolidayInput } from "../schedule/holidays.ts";
import { scheduleErrors, WEEKDAYS, type ScheduleHours } from "../schedule/schedule.ts";
import type { FieldError } from "../shared/errors.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";

/** When a resource can be used, in its zone, as a schedule says it. Resources do not travel. */
export type ResourceHours = Required<Omit<ScheduleHours, "timeZone" | "travel">>;

/** A room, a piece of equipment: what a booking takes beside its hosts, and what can be taken once at a time. */
export interface Resource {
  id: string;
  organisationId: string;
  name: string;
  /** Resources of one kind stand in for each other. */
  kind: string;
  description: string | null;
  timeZone: string;
  /** Null: always. */
  hours: ResourceHours | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** Hours whose every day adjoins the next one. */
const ALWAYS: ScheduleHours = {
  timeZone: "UTC",
  weekly: [{ days: WEEKDAYS, start: "00:00", end: "24:00" }],
  overrides: [],
};

export function toHours({ timeZone, hours }: Pick<Resource, "timeZone" | "hours">): ScheduleHours {
  return hours ? { ...hours, timeZone } : ALWAYS;
}

/** Everything that is wrong with the hours of a resource. */
export function resourceErrors({ timeZone, hours }: Pick<Resource, "timeZone" | "hours">): FieldError[] {
  if (hours === null) return timeZoneErrors(timeZone);
  return scheduleErrors({ ...hours, timeZone }).map(({ pointer, message }) => ({
    pointer: pointer === "/timeZone" ? pointer : `/hours${pointer}`,
    message,
  }));
}

/** As they are given: hours that are left out are none. */
export type ResourceHoursInput = (Partial<Omit<ResourceHours, "holidays">> & { holidays?: HolidayInput | null }) | null;

export function toResourceHours(input: ResourceHoursInput): ResourceHours | null {
  if (input === null) return null;
  const { weekly = [], overrides = [], rules = [], breaks = [], holidays = null } = input;
  return { weekly, overrides, rules, breaks, holidays: toHolidayChoice(holidays) };
}
