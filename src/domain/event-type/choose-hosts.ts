import { lockMembers } from "../identity/lock-member.ts";
import type { Member } from "../identity/member.ts";
import { addWorkingHours } from "../schedule/add-schedule.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { assertMayManageEventType } from "./assert-may-manage-event-type.ts";
import type { HostInput } from "./event-type-input.ts";
import type { Assignment, EventTypeHost } from "./event-type.ts";

export interface ChosenHosts {
  hosts: EventTypeHost[];
  /** That of the first host's schedule. */
  timeZone: string;
}

/**
 * The hosts as they are kept. A host without any schedule is given one.
 * @throws validation_failed, forbidden
 */
export async function chooseHosts(
  ctx: DomainContext,
  tx: Transaction,
  assignment: Assignment,
  inputs: readonly HostInput[],
): Promise<ChosenHosts> {
  assertValid(staffingErrors(assignment, inputs));
  assertMayManageEventType(ctx.actor, inputs);

  const hosts = inputs.map(toEventTypeHost);
  const members = await lockMembers(
    ctx,
    tx,
    hosts.map(({ memberId }) => memberId),
  );
  assertValid(hosts.flatMap(({ memberId }, index) => (members.has(memberId) ? [] : [NO_MEMBER(index)])));

  const used = hosts.map(({ memberId, scheduleId }) => scheduleId ?? members.get(memberId)!.defaultScheduleId);
  const zones = await zonesOfSchedules(tx, hosts, used);
  assertValid(used.flatMap((id, index) => (id === null || zones[index] ? [] : [NO_SCHEDULE(index)])));
  for (const [index, id] of used.entries()) {
    if (id === null) zones[index] = await giveHours(ctx, tx, members.get(hosts[index]!.memberId)!);
  }
  return { hosts, timeZone: zones[0]! };
}

/** What is wrong with who hosts, for this way of choosing among them. */
export function staffingErrors(
  assignment: Assignment,
  hosts: readonly { memberId: string; fixed?: boolean }[],
): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, { memberId }] of hosts.entries()) {
    if (seen.has(memberId)) errors.push({ pointer: `/hosts/${index}/memberId`, message: "is a host already" });
    seen.add(memberId);
  }
  if (assignment === "solo" && hosts.length !== 1)
    errors.push({ pointer: "/hosts", message: "must name exactly one host where the assignment is solo" });
  if (assignment === "round_robin" && hosts.every(({ fixed }) => fixed))
    errors.push({
      pointer: "/hosts",
      message: "must name a host who is not fixed where the assignment is round_robin",
    });
  return errors;
}

const NO_MEMBER = (index: number): FieldError => ({
  pointer: `/hosts/${index}/memberId`,
  message: "is not a member of the organisation",
});
const NO_SCHEDULE = (index: number): FieldError => ({
  pointer: `/hosts/${index}/scheduleId`,
  message: "is not a schedule of this member",
});

function toEventTypeHost({ memberId, ...input }: HostInput): EventTypeHost {
  return {
    memberId,
    scheduleId: input.scheduleId ?? null,
    fixed: input.fixed ?? false,
    weight: input.weight ?? 1,
    priority: input.priority ?? 0,
    bufferBeforeMinutes: input.bufferBeforeMinutes ?? null,
    bufferAfterMinutes: input.bufferAfterMinutes ?? null,
  };
}

/** The zone of the schedule that each host works by, in their order; undefined where it is not one of his. */
async function zonesOfSchedules(
  tx: Transaction,
  hosts: readonly EventTypeHost[],
  used: readonly (string | null)[],
): Promise<(string | undefined)[]> {
  const ids = used.filter((id) => id !== null);
  // Locked against deletion, which waits and then finds the schedule in use.
  await tx.$executeRaw`SELECT FROM schedule WHERE id = ANY (${ids}) ORDER BY id FOR SHARE`;
  const schedules = await tx.schedule.findMany({ where: { id: { in: ids }, deletedAt: null } });
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  return hosts.map(({ memberId }, index) => {
    const schedule = byId.get(used[index] ?? "");
    return schedule?.memberId === memberId ? schedule.timeZone : undefined;
  });
}

async function giveHours(ctx: DomainContext, tx: Transaction, member: Member): Promise<string> {
  return (await addWorkingHours(ctx, tx, member)).timeZone;
}
