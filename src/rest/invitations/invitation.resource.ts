import type { Invitation } from "../../domain/invitation/invitation.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toInvitationResource(invitation: Invitation): components["schemas"]["Invitation"] {
  return {
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role,
    status: invitation.status,
    memberId: invitation.memberId,
    invitedById: invitation.invitedById,
    createdAt: instant(invitation.createdAt),
    expiresAt: instant(invitation.expiresAt),
    acceptedAt: instantOrNull(invitation.acceptedAt),
    revokedAt: instantOrNull(invitation.revokedAt),
  };
}
