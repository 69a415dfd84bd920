import { DomainError } from "./errors.ts";

export const SCOPES = [
  "api_keys:read",
  "api_keys:write",
  "availability:read",
  "bookings:override",
  "bookings:read",
  "bookings:write",
  "event_types:read",
  "event_types:write",
  "holds:write",
  "members:read",
  "members:write",
  "schedules:read",
  "schedules:write",
] as const;

export type Scope = (typeof SCOPES)[number];

export const ROLES = ["owner", "admin", "member"] as const;
export type Role = (typeof ROLES)[number];

/** What a publishable key may do, whatever its row says: it stands in web pages and apps that strangers can read. */
export const PUBLISHABLE_SCOPES: readonly Scope[] = [
  "availability:read",
  "bookings:write",
  "event_types:read",
  "holds:write",
];

/** Who acts, and on whose behalf. Log-in adds kinds to this union. */
export type Actor = SecretKeyActor | PublishableKeyActor;

interface KeyActor {
  organisationId: string;
  /** The credential: idempotency keys are kept apart by it. */
  credentialId: string;
  scopes: ReadonlySet<Scope>;
}

/** A back end of the organisation. It acts for the member that made the key, with that member's role at most. */
export interface SecretKeyActor extends KeyActor {
  kind: "secret_key";
  memberId: string;
  role: Role;
}

/** A browser or app that anyone may hold. It sees public event types and their availability, and books. */
export interface PublishableKeyActor extends KeyActor {
  kind: "publishable_key";
}

/** True for those who work in the organisation, false for its public. */
export function isStaff(actor: Actor): actor is SecretKeyActor {
  return actor.kind === "secret_key";
}

export function isOwnerOrAdmin(actor: Actor): boolean {
  return isStaff(actor) && actor.role !== "member";
}

/** @throws forbidden for the public */
export function assertStaff(actor: Actor): asserts actor is SecretKeyActor {
  if (!isStaff(actor)) throw new DomainError("forbidden", { detail: "A publishable key may not do this." });
}

/** @throws forbidden for the public and for plain members */
export function assertOwnerOrAdmin(actor: Actor): asserts actor is SecretKeyActor {
  if (!isOwnerOrAdmin(actor)) throw new DomainError("forbidden", { detail: "Only owners and admins may do this." });
}

/** @throws forbidden when the actor's credential lacks the scope */
export function assertScope(actor: Actor, scope: Scope): void {
  if (actor.scopes.has(scope)) return;
  throw new DomainError("forbidden", { detail: `This needs the scope ${scope}, which the credential does not have.` });
}
