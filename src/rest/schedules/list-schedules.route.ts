import { listSchedules } from "../../domain/schedule/list-schedules.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toScheduleResource } from "./schedule.resource.ts";

export const listSchedulesRoute: Operation<"listSchedules"> = async (ctx, { query }) =>
  ok(toListResource(await listSchedules(ctx, query), toScheduleResource));
