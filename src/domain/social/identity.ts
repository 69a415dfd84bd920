import type { EventData } from "../../generated/events.ts";
import type { Identity as IdentityRow } from "../../generated/prisma/client.ts";
import type { ProvenIdentity } from "../ports/identity-provider.ts";

/** Somebody's account at a provider, which he logs in by. */
export interface Identity {
  id: string;
  userId: string;
  /** The word that stands for it in addresses: `google`. */
  provider: string;
  /** As the provider told it when he last came by it. */
  email: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export function toIdentity({ issuer: _, subject: __, ...row }: IdentityRow): Identity {
  return row;
}

export const MOST_IDENTITIES = 20;

/** What an identity's events say of it: nothing that is personal. */
export function toIdentityPayload({ id, userId, provider, createdAt }: Identity): EventData["identity.linked"] {
  return { identity: { id, userId, provider, createdAt } };
}

/** What names an identity, for Prisma. */
export function keyOf(provider: string, { issuer, subject }: ProvenIdentity) {
  return { provider_issuer_subject: { provider, issuer, subject } };
}
