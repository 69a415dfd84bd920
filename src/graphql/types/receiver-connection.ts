import type { ReceiverConnectionStatus as Status } from "../../domain/receiver/receiver-connection.ts";
import { receiverScope } from "../../domain/receiver/receiver-connection.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";
import { creationOrders } from "./list-orders.ts";
import { ReceivedEvent } from "./received-event.ts";

const ReceiverConnectionStatus = builder.enumType("ReceiverConnectionStatus", {
  description: "Whether anything is taken by a connection.",
  values: {
    enabled: { description: "What is signed by its secret is taken." },
    disabled: { description: "Nothing is." },
  } satisfies Record<Status, object>,
});

export const ReceiverConnection: Source = {
  name: "ReceiverConnection",
  description: "Where a provider tells the organisation of something.",
  reads: "columns",
  table: () => sql`SELECT c.* FROM receiver_connection c WHERE c.deleted_at IS NULL`,
  idPrefix: "rcn",
  scope: (ctx) => conditionsOf(receiverScope(ctx, "read receivers")),
  fields: () => ({
    id: value("ID", "Its identifier."),
    provider: value("String", "Who tells, such as `stripe`."),
    name: value("String", "What it is for."),
    status: value(ReceiverConnectionStatus, "Whether anything is taken by it."),
    hasSecret: value("Boolean", "False: nothing is taken until the secret is given that the provider signs by.", {
      of: (row) => sql`(${row("sealed_secret")} IS NOT NULL)`,
    }),
    lastReceivedAt: value("Instant", "When something new last came, give or take ten seconds.", { nullable: true }),
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    receivedEvents: {
      kind: "page",
      description: "What came by it.",
      source: () => ReceivedEvent,
      local: column("id"),
      foreign: column("connection_id"),
    },
  }),
  list: { filters: {}, orders: creationOrders("The connection made") },
};

findRoot("receiverConnection", ReceiverConnection, "One connection; null when there is none that the viewer may see.");
listRoot(
  "receiverConnections",
  ReceiverConnection,
  "Where providers tell the organisation of something; for owners and admins.",
);
