import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toSchedule, WITH_DEFAULT, type Schedule } from "./schedule-rows.ts";
import { scheduleScope } from "./schedule.scope.ts";

type ScheduleRule = "read schedules" | "manage schedules";

/** A schedule that is not deleted. @throws not_found, forbidden */
export async function getSchedule(
  ctx: DomainContext,
  scheduleId: string,
  rule: ScheduleRule = "read schedules",
): Promise<Schedule> {
  return readSchedule(ctx, ctx.db.prisma, scheduleId, rule);
}

/** One to manage, in a transaction: nobody else changes it until that ends; see `lockMember`. @throws not_found, forbidden */
export async function lockSchedule(ctx: DomainContext, tx: Transaction, scheduleId: string): Promise<Schedule> {
  const { organisationId } = ctx.actor;
  if (!isId(scheduleId, "schedule")) throw notFound("schedule");
  await tx.$executeRaw`
    SELECT FROM schedule WHERE id = ${scheduleId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readSchedule(ctx, tx, scheduleId, "manage schedules");
}

async function readSchedule(
  ctx: DomainContext,
  tx: Transaction,
  scheduleId: string,
  rule: ScheduleRule,
): Promise<Schedule> {
  const where = { ...scheduleScope(ctx, rule), id: scheduleId, deletedAt: null };
  const row = isId(scheduleId, "schedule") && (await tx.schedule.findFirst({ where, include: WITH_DEFAULT }));
  if (!row) throw notFound("schedule");
  return toSchedule(row);
}
