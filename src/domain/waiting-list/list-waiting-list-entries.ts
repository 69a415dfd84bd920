import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toEntryConditions, waitingListScope } from "./waiting-list.scope.ts";
import { toEntry, type PlacedEntry, type WaitingListStatus } from "./waiting-list-entry.ts";
import { withPositions } from "./with-positions.ts";

export interface ListWaitingListEntriesInput extends PageInput {
  /** Only entries of this event type. */
  eventTypeId?: string;
  /** Only entries in one of these states. */
  status?: WaitingListStatus[];
}

/** A page of the entries that the actor may see, in order of joining. @throws validation_failed (cursor), forbidden */
export async function listWaitingListEntries(
  ctx: DomainContext,
  input: ListWaitingListEntriesInput,
): Promise<Page<PlacedEntry>> {
  const { where, ...page } = pageQuery(input);
  const scope = toEntryConditions(waitingListScope(ctx, "read waiting lists"));
  const wanted = { eventTypeId: input.eventTypeId, status: input.status && { in: input.status } };
  const rows = await ctx.db.prisma.waitingListEntry.findMany({ where: { AND: [scope, wanted, where] }, ...page });
  const { data, nextCursor } = toPage(rows.map(toEntry), input.limit, creationOf);
  return { data: await withPositions(ctx.db.prisma, data), nextCursor };
}
