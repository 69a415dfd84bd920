import type { EventData } from "../../generated/events.ts";
import { Prisma, type Schedule as ScheduleRow } from "../../generated/prisma/client.ts";
import type { HolidayChoice } from "./holidays.ts";
import type { DateOverride, RecurringHours, ScheduleHours, Travel, WeeklyRule } from "./schedule.ts";

/** When a member works, as it is kept. */
export interface Schedule extends Required<ScheduleHours> {
  id: string;
  organisationId: string;
  memberId: string;
  name: string;
  /** Whether it is used where the member hosts and no schedule is named. */
  isDefault: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** What to read with a schedule's row: which schedule is the default one stands with the member. */
export const WITH_DEFAULT = { member: { select: { defaultScheduleId: true } } } as const;

export function toSchedule({
  member,
  ...row
}: ScheduleRow & { member: { defaultScheduleId: string | null } }): Schedule {
  return {
    ...row,
    weekly: row.weekly as unknown as WeeklyRule[],
    overrides: row.overrides as unknown as DateOverride[],
    rules: row.rules as unknown as RecurringHours[],
    breaks: row.breaks as unknown as RecurringHours[],
    holidays: row.holidays as unknown as HolidayChoice | null,
    travel: row.travel as unknown as Travel[],
    isDefault: member.defaultScheduleId === row.id,
  };
}

export function toScheduleRow({ isDefault: _, ...schedule }: Schedule) {
  return {
    ...schedule,
    weekly: schedule.weekly as unknown as Prisma.InputJsonArray,
    overrides: schedule.overrides as unknown as Prisma.InputJsonArray,
    rules: schedule.rules as unknown as Prisma.InputJsonArray,
    breaks: schedule.breaks as unknown as Prisma.InputJsonArray,
    holidays: (schedule.holidays as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
    travel: schedule.travel as unknown as Prisma.InputJsonArray,
  };
}

/** What a schedule's events say of it. */
export function toSchedulePayload(schedule: Schedule): EventData["schedule.created"] {
  const { id, memberId, name, timeZone, isDefault, version, createdAt, updatedAt, deletedAt } = schedule;
  return { schedule: { id, memberId, name, timeZone, isDefault, version, createdAt, updatedAt, deletedAt } };
}

/** The fields whose values the audit log keeps: not the hours, which say when a person is at work and when away. */
export const AUDITED_SCHEDULE_FIELDS = ["name", "timeZone", "isDefault", "version"] as const;
