import type { ReceiverConnection } from "../../domain/receiver/receiver-connection.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type Schemas = components["schemas"];

export function toReceiverConnectionResource(connection: ReceiverConnection): Schemas["ReceiverConnection"] {
  const { id, name, status, url, hasSecret, version } = connection;
  return {
    ...{ id, provider: connection.provider as Schemas["ReceiverProvider"], name, status, url, hasSecret },
    previousSecretExpiresAt: instantOrNull(connection.previousSecretExpiresAt),
    lastReceivedAt: instantOrNull(connection.lastReceivedAt),
    version,
    createdAt: instant(connection.createdAt),
    updatedAt: instant(connection.updatedAt),
  };
}

/** @param secret null where the answer is kept, and where the provider has made it */
export function toReceiverConnectionWithSecretResource(
  connection: ReceiverConnection,
  secret: string | null,
): Schemas["ReceiverConnectionWithSecret"] {
  return { ...toReceiverConnectionResource(connection), secret };
}
