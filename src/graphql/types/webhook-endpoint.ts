import { sql } from "../../domain/shared/sql.ts";
import { webhookEndpointScope, type WebhookRule } from "../../domain/webhook-endpoint/webhook-endpoint.scope.ts";
import type { DisabledReason, WebhookEndpointStatus } from "../../domain/webhook-endpoint/webhook-endpoint.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, value, type Source } from "../reading/source.ts";
import { creationOrders } from "./list-orders.ts";
import { WebhookDelivery } from "./webhook-delivery.ts";

const Status = builder.enumType("WebhookEndpointStatus", {
  description: "Whether an endpoint is told of anything.",
  values: {
    enabled: { description: "It is." },
    disabled: { description: "It is not." },
  } satisfies Record<WebhookEndpointStatus, object>,
});

const Reason = builder.enumType("WebhookDisabledReason", {
  description: "Why an endpoint is disabled.",
  values: {
    by_request: { description: "Somebody did it." },
    gone: { description: "It has answered 410." },
    failing: { description: "It has taken nothing for five days." },
  } satisfies Record<DisabledReason, object>,
});

export const WebhookEndpoint: Source = {
  name: "WebhookEndpoint",
  description: "A server that is told of events, without its secret.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT e.id, e.organisation_id, e.url, e.description, e.event_types, e.api_version, e.status,
      e.disabled_reason, e.disabled_at, e.failing_since, e.version, e.created_at, e.updated_at,
      CASE WHEN e.previous_secret_expires_at > ${bind(({ ctx }) => ctx.clock.now())}::timestamptz
        THEN e.previous_secret_expires_at END AS previous_secret_expires_at
    FROM webhook_endpoint e WHERE e.deleted_at IS NULL`,
  idPrefix: "whe",
  scope: (ctx, rule) => conditionsOf(webhookEndpointScope(ctx, rule as WebhookRule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    url: value("String", "Where it is told."),
    description: value("String", "What it is for.", { nullable: true }),
    eventTypes: list("String", "Which events it is told of: the names of types, `booking.*`, or `*` for all."),
    apiVersion: value("String", "How what it is sent looks: `v1`."),
    status: value(Status, "Whether it is told of anything."),
    disabledReason: value(Reason, "Why it is not.", { nullable: true }),
    disabledAt: value("Instant", "Since when it is disabled.", { nullable: true }),
    failingSince: value("Instant", "Since when it has taken nothing that it was sent; null when all is well.", {
      nullable: true,
    }),
    previousSecretExpiresAt: value("Instant", "Until when the secret before the newest signs too.", { nullable: true }),
    version: value("Int", "Counts its changes."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    deliveries: {
      kind: "page",
      description: "What it was sent.",
      source: () => WebhookDelivery,
      local: column("id"),
      foreign: column("endpoint_id"),
      without: ["webhookEndpointId"],
    },
  }),
  list: { filters: {}, orders: creationOrders("The endpoint made") },
};

findRoot("webhookEndpoint", WebhookEndpoint, "One endpoint; null when there is none that the viewer may see.");
listRoot("webhookEndpoints", WebhookEndpoint, "The servers that are told of events; for owners and admins.");
