import { lockMember } from "../identity/lock-member.ts";
import type { Member } from "../identity/member.ts";
import { addWorkingHours } from "../schedule/add-schedule.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { assertMayManageEventType } from "./assert-may-manage-event-type.ts";
import type { HostInput } from "./event-type-input.ts";
import type { EventTypeHost } from "./event-type.ts";

export interface ChosenHosts {
  hosts: EventTypeHost[];
  /** That of the first host's schedule. */
  timeZone: string;
}

/**
 * The hosts as they are kept. A host without any schedule is given one.
 * @throws validation_failed, forbidden
 */
export async function chooseHosts(ctx: DomainContext, tx: Transaction, inputs: HostInput[]): Promise<ChosenHosts> {
  const [input, ...others] = inputs;
  if (!input || others.length > 0) throw refused("/hosts", "must name exactly one host");
  assertMayManageEventType(ctx.actor, inputs);

  const { memberId, scheduleId = null, fixed = false, weight = 1, priority = 0 } = input;
  const member = await lockMember(ctx, tx, memberId);
  if (!member) throw refused("/hosts/0/memberId", "is not a member of the organisation");
  const timeZone = await zoneOfSchedule(ctx, tx, member, scheduleId);
  if (timeZone === null) throw refused("/hosts/0/scheduleId", "is not a schedule of this member");
  return { hosts: [{ memberId, scheduleId, fixed, weight, priority }], timeZone };
}

async function zoneOfSchedule(
  ctx: DomainContext,
  tx: Transaction,
  member: Member,
  scheduleId: string | null,
): Promise<string | null> {
  const usedId = scheduleId ?? member.defaultScheduleId;
  if (usedId === null) return (await addWorkingHours(ctx, tx, member)).timeZone;

  // Locked against deletion, which waits and then finds the schedule in use.
  await tx.$executeRaw`SELECT FROM schedule WHERE id = ${usedId} FOR SHARE`;
  const schedule = await tx.schedule.findFirst({ where: { id: usedId, memberId: member.id, deletedAt: null } });
  return schedule && schedule.timeZone;
}

function refused(pointer: string, message: string): DomainError {
  return new DomainError("validation_failed", {
    detail: "The hosts are wrong; see errors.",
    errors: [{ pointer, message }],
  });
}
