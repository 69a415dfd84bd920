import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toSchedule, WITH_DEFAULT, type Schedule } from "./schedule-rows.ts";
import { scheduleScope } from "./schedule.scope.ts";

export interface ListSchedulesInput extends PageInput {
  /** Only schedules of this member. */
  memberId?: string;
  /** The deleted ones instead of the others. */
  deleted?: boolean;
}

/** A page of the schedules that the actor may see, oldest first. @throws validation_failed (cursor), forbidden */
export async function listSchedules(ctx: DomainContext, input: ListSchedulesInput): Promise<Page<Schedule>> {
  const { memberId, deleted = false } = input;
  const { where, ...page } = pageQuery(input);
  const wanted = { memberId, deletedAt: deleted ? { not: null } : null };
  const rows = await ctx.db.prisma.schedule.findMany({
    where: { AND: [scheduleScope(ctx, "read schedules"), wanted, where] },
    include: WITH_DEFAULT,
    ...page,
  });
  return toPage(rows.map(toSchedule), input.limit, creationOf);
}
