import { updateSchedule } from "../../domain/schedule/update-schedule.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toScheduleResource } from "./schedule.resource.ts";

export const updateScheduleRoute: Operation<"updateSchedule"> = async (ctx, { params, body, ifVersion }) => {
  const schedule = await updateSchedule(ctx, { scheduleId: params.scheduleId, ifVersion, ...body });
  return ok(toScheduleResource(schedule), { version: schedule.version });
};
