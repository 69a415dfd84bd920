import type {
  WebhookDeliveryCause,
  WebhookDeliveryStatus,
  WebhookFailedReason,
} from "../../domain/webhook-delivery/webhook-delivery.ts";
import type { WebhookFailure } from "../../domain/ports/webhook-sender.ts";
import { sql } from "../../domain/shared/sql.ts";
import { webhookEndpointScope, type WebhookRule } from "../../domain/webhook-endpoint/webhook-endpoint.scope.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { PRICES } from "../reading/price.ts";
import { column, conditionsOf, value, type Source } from "../reading/source.ts";
import { creationOrders } from "./list-orders.ts";
import { WebhookEndpoint } from "./webhook-endpoint.ts";

const Cause = builder.enumType("WebhookDeliveryCause", {
  description: "Why something is sent.",
  values: {
    event: { description: "It has happened." },
    ping: { description: "Somebody asked for a ping." },
    replay: { description: "Somebody asked for it to be sent again." },
  } satisfies Record<WebhookDeliveryCause, object>,
});

const Status = builder.enumType("WebhookDeliveryStatus", {
  description: "What became of a delivery.",
  values: {
    pending: { description: "It is still tried." },
    delivered: { description: "It was taken with a 2xx." },
    failed: { description: "It is tried no more." },
  } satisfies Record<WebhookDeliveryStatus, object>,
});

const FailedReason = builder.enumType("WebhookFailedReason", {
  description: "Why a delivery is tried no more.",
  values: {
    not_taken: { description: "Ten attempts were not taken, or one was answered 410." },
    endpoint_disabled: { description: "Its endpoint was disabled while it was on its way." },
    endpoint_deleted: { description: "Its endpoint was deleted while it was on its way." },
    given_up: { description: "It could not be sent for reasons of the installation; its dead letter says which." },
  } satisfies Record<WebhookFailedReason, object>,
});

const Failure = builder.enumType("WebhookFailure", {
  description: "Why an attempt got no answer.",
  values: {
    address_not_allowed: { description: "The name leads to an address that is not a public one." },
    name_not_found: { description: "The name leads nowhere." },
    connection_failed: { description: "Nobody took the connection, or it broke." },
    tls_failed: { description: "The certificate is not valid for the name." },
    timed_out: { description: "There was no status within 15 s." },
    invalid_answer: { description: "What came back is not HTTP." },
  } satisfies Record<WebhookFailure, object>,
});

const WebhookAttempt: Source = {
  name: "WebhookAttempt",
  description: "What came of one POST.",
  reads: "columns",
  table: "webhook_attempt",
  scope: () => [],
  via: { source: () => WebhookDelivery, column: "delivery_id" },
  fields: () => ({
    number: value("Int", "The first is 1."),
    at: value("Instant", "When it was made."),
    durationMs: value("Int", "How long it took."),
    status: value("Int", "The HTTP status of the answer; null when there was none.", { nullable: true }),
    failure: value(Failure, "Why there was no answer.", { nullable: true }),
    answer: value("String", "The first bytes of the answer, 1,000 at most.", { nullable: true }),
  }),
};

export const WebhookDelivery: Source = {
  name: "WebhookDelivery",
  description: "One event on its way to one endpoint.",
  reads: "columns",
  table: "webhook_delivery",
  idPrefix: "whd",
  scope: (ctx, rule) => conditionsOf(webhookEndpointScope(ctx, rule as WebhookRule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    webhookEndpointId: value("ID", "Who is told.", { of: column("endpoint_id") }),
    eventId: value("ID", "Of what: `webhook-id` of what is sent."),
    eventType: value("String", "What has happened: `booking.created` and so on."),
    objectId: value("ID", "The object that it is about.", { of: column("subject_id") }),
    cause: value(Cause, "Why it is sent."),
    replayId: value("ID", "The replay of a time that it belongs to.", { nullable: true }),
    status: value(Status, "What became of it."),
    failedReason: value(FailedReason, "Why it is tried no more.", { nullable: true }),
    nextAttemptAt: value(
      "Instant",
      "When it is tried next; null when it is not, or goes out once another one of its object has.",
      { nullable: true },
    ),
    createdAt: value("Instant", "When it came up."),
    endedAt: value("Instant", "When it was taken or given up.", { nullable: true }),
    attempts: {
      kind: "many",
      description: "Each that was made, the first first.",
      source: () => WebhookAttempt,
      local: column("id"),
      foreign: column("delivery_id"),
      order: [column("number")],
      expected: 1,
    },
    webhookEndpoint: {
      kind: "one",
      nullable: true,
      description: "Who is told; null where it was deleted.",
      source: () => WebhookEndpoint,
      local: column("endpoint_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      webhookEndpointId: {
        type: "ID",
        description: "Only what was sent to this endpoint.",
        holds: (row, _through, value) => sql`${row("endpoint_id")} = ${value}`,
      },
      status: {
        type: Status,
        description: "Only deliveries in this state.",
        price: PRICES.search,
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("status")} = ${value}`,
      },
      eventId: {
        type: "ID",
        description: "Only deliveries of this event.",
        price: PRICES.search,
        isPlannedEachTime: true,
        holds: (row, _through, value) => sql`${row("event_id")} = ${value}`,
      },
    },
    orders: creationOrders("What came up"),
  },
};

findRoot("webhookDelivery", WebhookDelivery, "One delivery; null when there is none that the viewer may see.");
listRoot("webhookDeliveries", WebhookDelivery, "What endpoints were sent; for owners and admins.");
