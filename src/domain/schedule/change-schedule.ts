import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { AUDITED_SCHEDULE_FIELDS, toSchedulePayload, toScheduleRow, type Schedule } from "./schedule-rows.ts";

/**
 * Writes the changes of a locked schedule with their event and audit line; none when nothing differs. That it is the
 * default one stands with the member and is written there.
 */
export async function changeSchedule(
  ctx: DomainContext,
  tx: Transaction,
  schedule: Schedule,
  changes: Partial<Schedule>,
): Promise<Schedule> {
  if (isDeepStrictEqual({ ...schedule, ...changes }, schedule)) return schedule;

  const changed = { ...schedule, ...changes, version: schedule.version + 1, updatedAt: ctx.clock.now() };
  await tx.schedule.update({ where: { id: schedule.id }, data: toScheduleRow(changed) });
  await recordCommand(ctx, tx, {
    type: changed.deletedAt ? "schedule.deleted" : "schedule.updated",
    objectId: schedule.id,
    payload: toSchedulePayload(changed),
    changes: changesBetween(schedule, changed, AUDITED_SCHEDULE_FIELDS),
  });
  return changed;
}
