import type { ReceivedEventStatus as Status } from "../../domain/received-event/received-event.ts";
import { receiverScope } from "../../domain/receiver/receiver-connection.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";
import { creationOrders } from "./list-orders.ts";
import { ReceiverConnection } from "./receiver-connection.ts";

const ReceivedEventStatus = builder.enumType("ReceivedEventStatus", {
  description: "What has become of a received event.",
  values: {
    received: { description: "It waits to be looked at." },
    processed: { description: "It had its effect." },
    ignored: { description: "It was looked at, and is to have none; `reason` says why." },
    failed: { description: "It could not be processed. It is tried again, and is a dead letter in the end." },
  } satisfies Record<Status, object>,
});

/** What was said is read over REST alone: it may be long. */
export const ReceivedEvent: Source = {
  name: "ReceivedEvent",
  description: "What a provider has told the organisation.",
  reads: "columns",
  table: "received_event",
  idPrefix: "rev",
  scope: (ctx) => conditionsOf(receiverScope(ctx, "read receivers")),
  fields: () => ({
    id: value("ID", "Its identifier."),
    provider: value("String", "Who has told it."),
    providerEventId: value("String", "What the provider calls it. It is taken once."),
    type: value("String", "In the provider's words, such as `charge.succeeded`.", { nullable: true }),
    occurredAt: value("Instant", "When it happened, where the provider says so.", { nullable: true }),
    status: value(ReceivedEventStatus, "What has become of it."),
    reason: value("String", "Why it was ignored, or what it failed of.", { nullable: true }),
    attempts: value("Int", "How often it was looked at."),
    requestId: value("String", "The request that it came by, as in the log."),
    createdAt: value("Instant", "When it came."),
    processedAt: value("Instant", "When it was processed or ignored.", { nullable: true }),
    connection: {
      kind: "one",
      nullable: true,
      description: "By what it came; null where that was deleted.",
      source: () => ReceiverConnection,
      local: column("connection_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      status: {
        type: ReceivedEventStatus,
        isList: true,
        description: "Only those in one of these states.",
        holds: (row, _through, value) => sql`${row("status")} = ANY(${value})`,
      },
    },
    orders: creationOrders("What came"),
  },
};

findRoot("receivedEvent", ReceivedEvent, "One received event; null when there is none that the viewer may see.");
listRoot("receivedEvents", ReceivedEvent, "What providers have told the organisation; for owners and admins.");
