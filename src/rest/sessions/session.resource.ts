import type { Session } from "../../domain/session/session.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

/** @param currentId the session that asks */
export function toSessionResource(session: Session, currentId: string): components["schemas"]["Session"] {
  return {
    id: session.id,
    organisationId: session.organisationId,
    name: session.name,
    current: session.id === currentId,
    userAgent: session.userAgent,
    address: session.address,
    createdAt: instant(session.createdAt),
    lastUsedAt: instant(session.lastUsedAt),
    authenticatedAt: instant(session.authenticatedAt),
    expiresAt: instant(session.expiresAt),
  };
}
