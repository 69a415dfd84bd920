import type { Identity } from "../../domain/social/identity.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toIdentityResource(identity: Identity): components["schemas"]["Identity"] {
  return {
    id: identity.id,
    provider: identity.provider,
    email: identity.email,
    createdAt: instant(identity.createdAt),
    lastUsedAt: instantOrNull(identity.lastUsedAt),
  };
}
