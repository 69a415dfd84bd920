import type { EventData } from "../../generated/events.ts";
import type { Invitation as InvitationRow } from "../../generated/prisma/client.ts";
import type { Role } from "../shared/actor.ts";
import { DAY_MS } from "../shared/local-date.ts";

export const INVITATION_STATUSES = ["pending", "accepted", "revoked", "expired"] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** Somebody who was asked to join an organisation. */
export interface Invitation {
  id: string;
  organisationId: string;
  /** The member for whom the credential acted. */
  invitedById: string;
  /** The managed host who is to log in from then on; once accepted, the member whom it made. */
  memberId: string | null;
  /** Lower case. */
  email: string;
  name: string | null;
  role: Role;
  status: InvitationStatus;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

export function toInvitation({ tokenHash: _, ...row }: InvitationRow, now: Date): Invitation {
  return { ...row, role: row.role as Role, status: statusOf(row, now) };
}

function statusOf(row: Pick<InvitationRow, "acceptedAt" | "revokedAt" | "expiresAt">, now: Date): InvitationStatus {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  return row.expiresAt <= now ? "expired" : "pending";
}

/** What an invitation's events say of it. */
export function toInvitationPayload(invitation: Invitation): EventData["invitation.created"] {
  const { id, invitedById, memberId, role, status, createdAt, expiresAt, acceptedAt, revokedAt } = invitation;
  return { invitation: { id, invitedById, memberId, role, status, createdAt, expiresAt, acceptedAt, revokedAt } };
}

const HOLDS_DAYS = 7;

export function invitationExpiry(from: Date): Date {
  return new Date(from.getTime() + HOLDS_DAYS * DAY_MS);
}

/** For Prisma: what can still be accepted, but for its time. */
export const OPEN = { acceptedAt: null, revokedAt: null } as const;
