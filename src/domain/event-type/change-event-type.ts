import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import {
  AUDITED_EVENT_TYPE_FIELDS,
  toEventTypeHostRows,
  toEventTypePayload,
  toEventTypeResourceRows,
  toEventTypeRow,
} from "./event-type-rows.ts";
import type { EventType, EventTypeHost } from "./event-type.ts";

/**
 * Writes the changes of a locked event type with their event and audit line; none when nothing differs. Offerings held
 * in memory see by the new version that they are outdated.
 */
export async function changeEventType(
  ctx: DomainContext,
  tx: Transaction,
  eventType: EventType,
  changes: Partial<EventType>,
): Promise<EventType> {
  if (isDeepStrictEqual({ ...eventType, ...changes }, eventType)) return eventType;

  const changed = { ...eventType, ...changes, version: eventType.version + 1, updatedAt: ctx.clock.now() };
  await tx.eventType.update({ where: { id: eventType.id }, data: toEventTypeRow(changed) });
  if (!isDeepStrictEqual(changed.hosts, eventType.hosts)) await replaceHosts(tx, eventType, changed);
  if (!isDeepStrictEqual(changed.resources, eventType.resources)) await replaceResources(tx, changed);
  await recordCommand(ctx, tx, {
    type: changed.deletedAt ? "event_type.deleted" : "event_type.updated",
    objectId: eventType.id,
    payload: toEventTypePayload(changed),
    changes: changesBetween(eventType, changed, AUDITED_EVENT_TYPE_FIELDS),
  });
  return changed;
}

async function replaceResources(tx: Transaction, { id, resources }: EventType): Promise<void> {
  await tx.eventTypeResource.deleteMany({ where: { eventTypeId: id } });
  await tx.eventTypeResource.createMany({ data: toEventTypeResourceRows(id, resources) });
}

async function replaceHosts(tx: Transaction, before: EventType, { id, hosts }: EventType): Promise<void> {
  await tx.eventTypeHost.deleteMany({ where: { eventTypeId: id } });
  await tx.eventTypeHost.createMany({ data: toEventTypeHostRows(id, hosts) });
  const startingAnew = before.hosts.filter((was) => !hosts.some((host) => hasSameTurns(host, was)));
  await tx.hostUse.deleteMany({
    where: { eventTypeId: id, memberId: { in: startingAnew.map(({ memberId }) => memberId) } },
  });
}

/** Whether what a round robin has counted of a host still says how he stands: he is still among the same others. */
function hasSameTurns(host: EventTypeHost, was: EventTypeHost): boolean {
  return host.memberId === was.memberId && host.priority === was.priority && !host.fixed;
}
