import type { EventRow } from "../outbox/domain-event.ts";
import type { Database } from "../shared/database.ts";
import type { SealedSecrets } from "../webhook-endpoint/webhook-secret.ts";
import type { AttemptToMake, WebhookDeliveryStatus, WebhookFailedReason } from "./webhook-delivery.ts";

/** What an attempt needs to know. */
export interface LoadedAttempt {
  delivery: {
    id: string;
    organisationId: string;
    endpointId: string;
    subjectId: string;
    status: WebhookDeliveryStatus;
    failedReason: WebhookFailedReason | null;
  };
  endpoint: SealedSecrets & { url: string; isEnabled: boolean; isDeleted: boolean };
  /** Null when it is no longer kept. */
  event: EventRow | null;
}

/** One statement: it stands between an event and its receiver. */
const LOAD_ATTEMPT = {
  name: "load_webhook_attempt",
  text: `SELECT d.id AS "deliveryId", d.organisation_id AS "organisationId", d.endpoint_id AS "endpointId", d.subject_id AS "subjectId",
      d.status, d.failed_reason AS "failedReason", d.event_id AS "eventId",
      e.url, e.status = 'enabled' AS "isEnabled", e.deleted_at IS NOT NULL AS "isDeleted", e.sealed_secret AS "sealedSecret",
      e.previous_sealed_secret AS "previousSealedSecret", e.previous_secret_expires_at AS "previousSecretExpiresAt",
      o.type, o.version, o.occurred_at AS "occurredAt", o.request_id AS "requestId", o.trace_id AS "traceId", o.payload
    FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id LEFT JOIN outbox_event o ON o.id = d.event_id
    WHERE d.id = $1 AND d.attempts = $2`,
};

type Row = LoadedAttempt["delivery"] &
  LoadedAttempt["endpoint"] &
  Omit<EventRow, "type"> & { deliveryId: string; eventId: string; type: string | null };

/** @returns null when the attempt was made already */
export async function loadAttempt(
  db: Database,
  { deliveryId, attempt }: Pick<AttemptToMake, "deliveryId" | "attempt">,
): Promise<LoadedAttempt | null> {
  const [row] = await db.query<Row>(LOAD_ATTEMPT, [deliveryId, attempt - 1]);
  if (!row) return null;
  const { organisationId, endpointId, subjectId, status, failedReason, eventId, type, ...rest } = row;
  const { url, isEnabled, isDeleted, sealedSecret, previousSealedSecret, previousSecretExpiresAt, ...told } = rest;
  const sealed = { sealedSecret, previousSealedSecret, previousSecretExpiresAt };
  return {
    delivery: { id: deliveryId, organisationId, endpointId, subjectId, status, failedReason },
    endpoint: { id: endpointId, url, isEnabled, isDeleted, ...sealed },
    event: type === null ? null : { ...told, id: eventId, type, organisationId, subjectId },
  };
}
