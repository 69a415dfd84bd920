import type { ReceivedEvent } from "../../domain/received-event/received-event.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type Schemas = components["schemas"];

export function toReceivedEventResource(event: ReceivedEvent): Schemas["ReceivedEvent"] {
  const { id, connectionId, providerEventId, type, status, reason, attempts, requestId } = event;
  return {
    ...{ id, receiverConnectionId: connectionId, provider: event.provider as Schemas["ReceiverProvider"] },
    ...{ providerEventId, type, status, reason, attempts, requestId },
    occurredAt: instantOrNull(event.occurredAt),
    createdAt: instant(event.createdAt),
    processedAt: instantOrNull(event.processedAt),
  };
}
