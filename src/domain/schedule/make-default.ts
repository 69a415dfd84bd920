import { changeMember } from "../identity/change-member.ts";
import type { Member } from "../identity/member.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { FieldError } from "../shared/errors.ts";
import { changeSchedule } from "./change-schedule.ts";
import { lockSchedule } from "./get-schedule.ts";

/**
 * Makes a schedule the default one of a locked member. The one before it changes too, since it says of itself whether it
 * is the default one.
 */
export async function makeDefault(
  ctx: DomainContext,
  tx: Transaction,
  member: Member,
  scheduleId: string,
): Promise<void> {
  const { defaultScheduleId: previousId } = member;
  const previous = previousId === null ? null : await lockSchedule(ctx, tx, previousId);
  await changeMember(ctx, tx, member, { defaultScheduleId: scheduleId });
  if (previous) await changeSchedule(ctx, tx, previous, { isDefault: false });
}

/** A member always keeps a default schedule: it is replaced, not taken away. */
export function defaultErrors(isDefault: boolean | undefined): FieldError[] {
  if (isDefault !== false) return [];
  return [{ pointer: "/isDefault", message: "cannot be false: make another schedule the default one instead" }];
}
