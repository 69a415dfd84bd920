import { getSchedule } from "../../domain/schedule/get-schedule.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toScheduleResource } from "./schedule.resource.ts";

export const getScheduleRoute: Operation<"getSchedule"> = async (ctx, { params }) => {
  const schedule = await getSchedule(ctx, params.scheduleId);
  return ok(toScheduleResource(schedule), { version: schedule.version });
};
