import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { changeSchedule } from "./change-schedule.ts";
import { lockSchedule } from "./get-schedule.ts";
import type { Schedule } from "./schedule-rows.ts";

export interface DeleteScheduleInput {
  scheduleId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/** Deletes a schedule that nothing uses; it stays in the list of deleted ones. @throws not_found, schedule_in_use, stale_version, forbidden */
export async function deleteSchedule(ctx: DomainContext, input: DeleteScheduleInput): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const schedule = await lockSchedule(ctx, tx, input.scheduleId);
    assertVersion("schedule", schedule.version, input.ifVersion);
    await assertUnused(tx, schedule);
    return changeSchedule(ctx, tx, schedule, { deletedAt: ctx.clock.now() });
  });
}

/** Whoever starts to use a schedule locks it first, so that none can begin in the meantime. */
async function assertUnused(tx: Transaction, { id, memberId, isDefault }: Schedule): Promise<void> {
  if (isDefault) throw inUse(`It is the default schedule of the member ${memberId}.`);
  const user = await tx.eventType.findFirst({
    where: { deletedAt: null, hosts: { some: { scheduleId: id } } },
    select: { id: true },
  });
  if (user) throw inUse(`The event type ${user.id} uses it.`);
}

function inUse(detail: string): DomainError {
  return new DomainError("schedule_in_use", { detail });
}
