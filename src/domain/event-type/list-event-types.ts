import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { WITH_NEEDED } from "./event-type-rows.ts";
import { eventTypeScope } from "./event-type.scope.ts";
import { toEventType, type EventType } from "./event-type.ts";

export interface ListEventTypesInput extends PageInput {
  /** Only the one with this slug. */
  slug?: string;
  /** The deleted ones instead of the others. */
  deleted?: boolean;
}

/** A page of the event types that the actor may see listed, oldest first. @throws validation_failed (cursor) */
export async function listEventTypes(ctx: DomainContext, input: ListEventTypesInput): Promise<Page<EventType>> {
  const { slug, deleted = false } = input;
  const { where, ...page } = pageQuery(input);
  const wanted = { slug, deletedAt: deleted ? { not: null } : null };
  const rows = await ctx.db.prisma.eventType.findMany({
    where: { AND: [eventTypeScope(ctx, "list event types"), wanted, where] },
    include: WITH_NEEDED,
    ...page,
  });
  return toPage(rows.map(toEventType), input.limit, creationOf);
}
