import type { EventData } from "../../generated/events.ts";
import type { WebhookEndpoint as WebhookEndpointRow } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";

export type WebhookEndpointStatus = "enabled" | "disabled";

/** `gone`: it answered 410. `failing`: for days it took nothing. */
export type DisabledReason = "by_request" | "gone" | "failing";

/** Somebody else's server that is told of events. */
export interface WebhookEndpoint {
  id: string;
  organisationId: string;
  url: string;
  description: string | null;
  /** See event-filter.ts. */
  eventTypes: string[];
  apiVersion: "v1";
  status: WebhookEndpointStatus;
  disabledReason: DisabledReason | null;
  disabledAt: Date | null;
  /** The first failure since it last took something. */
  failingSince: Date | null;
  /** Until when the secret before this one signs too; null when there is none, or it does no more. */
  previousSecretExpiresAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** An endpoint with its secret, which is shown this once. */
export interface WebhookEndpointWithSecret {
  webhookEndpoint: WebhookEndpoint;
  secret: string;
}

/** What those who manage endpoints work with. */
export interface WebhookContext extends DomainContext {
  sealer: Sealer;
  /** Whether some networks may be reached by http: those of development. */
  allowsPlainHttp: boolean;
}

export function toWebhookEndpoint(row: WebhookEndpointRow, now: Date): WebhookEndpoint {
  const { sealedSecret: _secret, previousSealedSecret: _previous, previousSecretExpiresAt: expiresAt, ...rest } = row;
  return {
    ...(rest as Omit<WebhookEndpoint, "previousSecretExpiresAt">),
    previousSecretExpiresAt: expiresAt && expiresAt > now ? expiresAt : null,
  };
}

/** What an endpoint's events say of it. Its address may hold a secret of its own. */
export function toWebhookEndpointPayload(endpoint: WebhookEndpoint): EventData["webhook_endpoint.created"] {
  const { id, eventTypes, apiVersion, status, disabledReason, version, createdAt, updatedAt, deletedAt } = endpoint;
  const told = { id, eventTypes, apiVersion, status, disabledReason, version, createdAt, updatedAt, deletedAt };
  return { webhookEndpoint: told };
}

/** The fields whose values the audit log keeps. */
export const AUDITED_FIELDS = ["eventTypes", "status", "disabledReason", "version"] as const;
