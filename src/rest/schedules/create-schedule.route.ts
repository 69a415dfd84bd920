import { createSchedule } from "../../domain/schedule/create-schedule.ts";
import type { Schedule } from "../../domain/schedule/schedule-rows.ts";
import { created } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toScheduleResource } from "./schedule.resource.ts";

export const createScheduleRoute: Command<"createSchedule", Schedule> = {
  run: (ctx, { body }) => createSchedule(ctx, body),
  answer: (schedule) =>
    created(`/v1/schedules/${schedule.id}`, toScheduleResource(schedule), { version: schedule.version }),
};
