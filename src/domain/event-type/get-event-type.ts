import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { WITH_NEEDED } from "./event-type-rows.ts";
import { eventTypeScope } from "./event-type.scope.ts";
import { toEventType, type EventType } from "./event-type.ts";

/** An event type that is not deleted. The public gets unlisted ones too, if it knows their id. @throws not_found */
export async function getEventType(ctx: DomainContext, eventTypeId: string): Promise<EventType> {
  return readEventType(ctx, ctx.db.prisma, eventTypeId, "read event types");
}

/** One to manage, in a transaction: nobody else changes it until that ends; see `lockMember`. @throws not_found */
export async function lockEventType(ctx: DomainContext, tx: Transaction, eventTypeId: string): Promise<EventType> {
  const { organisationId } = ctx.actor;
  if (!isId(eventTypeId, "eventType")) throw notFound("event type");
  await tx.$executeRaw`
    SELECT FROM event_type WHERE id = ${eventTypeId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readEventType(ctx, tx, eventTypeId, "manage event types");
}

async function readEventType(
  ctx: DomainContext,
  tx: Transaction,
  eventTypeId: string,
  rule: "read event types" | "manage event types",
): Promise<EventType> {
  const where = { ...eventTypeScope(ctx, rule), id: eventTypeId, deletedAt: null };
  const rows = isId(eventTypeId, "eventType") && (await tx.eventType.findFirst({ where, include: WITH_NEEDED }));
  if (!rows) throw notFound("event type");
  return toEventType(rows);
}
