import { receiverScope } from "../receiver/receiver-connection.scope.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toReceivedEvent, type ReceivedEventWithBody } from "./received-event.ts";

/** What came in, with what it says. @throws not_found, forbidden */
export async function getReceivedEvent(ctx: DomainContext, receivedEventId: string): Promise<ReceivedEventWithBody> {
  const where = { ...receiverScope(ctx, "read receivers"), id: receivedEventId };
  const row = isId(receivedEventId, "receivedEvent") && (await ctx.db.prisma.receivedEvent.findFirst({ where }));
  if (!row) throw notFound("received event");
  const { contentType, body } = row;
  return { ...toReceivedEvent(row), contentType, body };
}
