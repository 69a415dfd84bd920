import type { ApiKey } from "../../domain/access/api-key.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toApiKeyResource(apiKey: ApiKey): components["schemas"]["ApiKey"] {
  return {
    id: apiKey.id,
    name: apiKey.name,
    kind: apiKey.kind,
    mode: apiKey.mode,
    scopes: apiKey.scopes,
    allowedOrigins: apiKey.allowedOrigins,
    start: apiKey.start,
    expiresAt: instantOrNull(apiKey.expiresAt),
    revokedAt: instantOrNull(apiKey.revokedAt),
    rotatedAt: instantOrNull(apiKey.rotatedAt),
    overlapEndsAt: instantOrNull(apiKey.overlapEndsAt),
    firstUsedAt: instantOrNull(apiKey.firstUsedAt),
    firstUsedAddress: apiKey.firstUsedAddress,
    firstUsedUserAgent: apiKey.firstUsedUserAgent,
    lastUsedAt: instantOrNull(apiKey.lastUsedAt),
    createdAt: instant(apiKey.createdAt),
  };
}
