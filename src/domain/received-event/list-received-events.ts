import { receiverScope } from "../receiver/receiver-connection.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toReceivedEvent, WITHOUT_BODY, type ReceivedEvent, type ReceivedEventStatus } from "./received-event.ts";

export interface ListReceivedEventsInput extends PageInput {
  /** Only those that came by this connection. */
  receiverConnectionId?: string;
  status?: ReceivedEventStatus;
}

/** A page of what came in, oldest first, without bodies. @throws validation_failed (cursor), forbidden */
export async function listReceivedEvents(
  ctx: DomainContext,
  { receiverConnectionId: connectionId, status, ...input }: ListReceivedEventsInput,
): Promise<Page<ReceivedEvent>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.receivedEvent.findMany({
    where: { AND: [receiverScope(ctx, "read receivers"), { connectionId, status }, where] },
    omit: WITHOUT_BODY,
    ...page,
  });
  return toPage(rows.map(toReceivedEvent), input.limit, creationOf);
}
