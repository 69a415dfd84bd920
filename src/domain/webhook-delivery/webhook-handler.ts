import type { EventHandler } from "../outbox/event-handler.ts";
import type { Transaction } from "../shared/database.ts";
import { matches } from "../webhook-endpoint/event-filter.ts";
import { addDeliveries } from "./add-deliveries.ts";

/** Tells the endpoints of an organisation of what they want to be told of. */
export const webhookHandler: EventHandler = {
  name: "webhooks",
  async handle(ctx, events) {
    const endpoints = await enabledEndpoints(
      ctx.tx,
      events.map(({ organisationId }) => organisationId),
    );
    const deliveries = events.flatMap((event) =>
      (endpoints.get(event.organisationId) ?? [])
        .filter(({ eventTypes }) => matches(eventTypes, event.type))
        .map(({ id }) => ({ endpointId: id, cause: "event" as const, event })),
    );
    await addDeliveries(ctx, ctx.tx, deliveries);
  },
};

interface ListeningEndpoint {
  id: string;
  organisationId: string;
  eventTypes: string[];
}

async function enabledEndpoints(
  tx: Transaction,
  organisationIds: readonly string[],
): Promise<Map<string, ListeningEndpoint[]>> {
  const rows = await tx.webhookEndpoint.findMany({
    where: { organisationId: { in: [...new Set(organisationIds)] }, status: "enabled", deletedAt: null },
    select: { id: true, organisationId: true, eventTypes: true },
    orderBy: { id: "asc" },
  });
  return Map.groupBy(rows, ({ organisationId }) => organisationId);
}
