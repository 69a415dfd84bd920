import { deleteSchedule } from "../../domain/schedule/delete-schedule.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteScheduleRoute: Operation<"deleteSchedule"> = async (ctx, { params, ifVersion }) => {
  await deleteSchedule(ctx, { scheduleId: params.scheduleId, ifVersion });
  return NO_CONTENT;
};
