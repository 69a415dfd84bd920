import { recordCommand } from "../audit/record-command.ts";
import type { Member } from "../identity/member.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { makeDefault } from "./make-default.ts";
import type { ScheduleHours } from "./schedule.ts";
import { toSchedulePayload, toScheduleRow, type Schedule } from "./schedule-rows.ts";

/** Gives a locked member one more schedule, with its event. A first schedule is the default one, asked for or not. */
export async function addSchedule(
  ctx: DomainContext,
  tx: Transaction,
  member: Member,
  input: Required<ScheduleHours> & { name: string; isDefault: boolean },
): Promise<Schedule> {
  const now = ctx.clock.now();
  const schedule: Schedule = {
    ...input,
    id: ctx.ids("schedule"),
    organisationId: member.organisationId,
    memberId: member.id,
    isDefault: input.isDefault || member.defaultScheduleId === null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await tx.schedule.create({ data: toScheduleRow(schedule) });
  await recordCommand(ctx, tx, {
    type: "schedule.created",
    objectId: schedule.id,
    payload: toSchedulePayload(schedule),
  });
  if (schedule.isDefault) await makeDefault(ctx, tx, member, schedule.id);
  return schedule;
}

/** What a member works by who hosts before anybody has given him hours. */
export function addWorkingHours(ctx: DomainContext, tx: Transaction, member: Member): Promise<Schedule> {
  return addSchedule(ctx, tx, member, {
    name: "Working hours",
    timeZone: member.timeZone,
    weekly: [{ days: ["monday", "tuesday", "wednesday", "thursday", "friday"], start: "09:00", end: "17:00" }],
    overrides: [],
    rules: [],
    breaks: [],
    holidays: null,
    travel: [],
    isDefault: true,
  });
}
