import type { EventData } from "../../generated/events.ts";
import type { ReceivedEvent as ReceivedEventRow } from "../../generated/prisma/client.ts";

/**
 * - `received`: it waits to be looked at.
 * - `processed`: it had its effect, and the organisation was told of it.
 * - `ignored`: it was looked at, and is to have none; `reason` says why.
 * - `failed`: what was tried did not work. It is tried again, and is a dead letter in the end.
 */
export type ReceivedEventStatus = "received" | "processed" | "ignored" | "failed";

/** `late`: something newer of the same was processed before. `nothing_to_do`: it means nothing to the house. */
export type IgnoredReason = "late" | "nothing_to_do";

/** What a provider has told an organisation. */
export interface ReceivedEvent {
  id: string;
  organisationId: string;
  connectionId: string;
  provider: string;
  /** What the provider calls it. */
  providerEventId: string;
  /** In the provider's words. */
  type: string | null;
  /** When it happened, by the provider. */
  occurredAt: Date | null;
  status: ReceivedEventStatus;
  /** Why it was ignored, or what it failed of. */
  reason: string | null;
  /** How often it was looked at. */
  attempts: number;
  /** Of the request that it came by. */
  requestId: string;
  /** When it came. */
  createdAt: Date;
  /** When it was processed or ignored. */
  processedAt: Date | null;
}

/** As it came, letter for letter; personal. */
export interface ReceivedEventWithBody extends ReceivedEvent {
  contentType: string | null;
  body: string;
}

/** What is read of a list: bodies may be large. */
export const WITHOUT_BODY = { body: true, contentType: true } as const;

export function toReceivedEvent(row: Omit<ReceivedEventRow, "body" | "contentType">): ReceivedEvent {
  const { nonce: _nonce, orderKey: _key, ...rest } = row;
  return rest as ReceivedEvent;
}

/** What its event says of it: not what it says itself, which is read by its identifier. */
export function toReceivedEventPayload(
  event: Omit<ReceivedEvent, "organisationId">,
): EventData["received_event.processed"] {
  const { id, connectionId, provider, providerEventId, type, occurredAt, createdAt } = event;
  return { receivedEvent: { id, connectionId, provider, providerEventId, type, occurredAt, createdAt } };
}
