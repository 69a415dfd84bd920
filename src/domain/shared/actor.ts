import { DomainError } from "./errors.ts";

export const SCOPES = [
  "api_keys:read",
  "api_keys:write",
  "audit:read",
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

/** What somebody may do who has logged in. The use cases look at his role besides, and at whose the object is. */
export const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  owner: SCOPES,
  admin: SCOPES,
  member: [
    "availability:read",
    "bookings:read",
    "bookings:write",
    "event_types:read",
    "event_types:write",
    "holds:write",
    "members:read",
    "schedules:read",
    "schedules:write",
  ],
};

/** Who acts, and on whose behalf. */
export type Actor = StaffActor | PublishableKeyActor | SystemActor;

interface Credential {
  organisationId: string;
  /** Which credential it is: idempotency keys are kept apart by it. */
  credentialId: string;
  scopes: ReadonlySet<Scope>;
}

/** Somebody who works in the organisation. He acts for a member, with that member's role at most. */
export type StaffActor = KeyActor | SessionActor;

interface StaffCredential extends Credential {
  memberId: string;
  role: Role;
}

/** Through a secret key, or at the server's own console. */
export interface KeyActor extends StaffCredential {
  kind: "secret_key" | "console";
}

/** Himself, on a device that he has logged in on. The credential is the session. */
export interface SessionActor extends StaffCredential {
  kind: "session";
  userId: string;
}

/** A browser or app that anyone may hold. It sees public event types and their availability, and books. */
export interface PublishableKeyActor extends Credential {
  kind: "publishable_key";
}

/** The house itself, for what falls due by time. */
export interface SystemActor extends Credential {
  kind: "system";
}

/** True for those who work in the organisation, false for its public. */
export function isStaff(actor: Actor): actor is StaffActor {
  return actor.kind === "secret_key" || actor.kind === "console" || actor.kind === "session";
}

export function isOwnerOrAdmin(actor: Actor): boolean {
  return isStaff(actor) && actor.role !== "member";
}

/** @throws forbidden for the public */
export function assertStaff(actor: Actor): asserts actor is StaffActor {
  if (!isStaff(actor)) throw new DomainError("forbidden", { detail: "A publishable key may not do this." });
}

/** @throws forbidden for the public and for plain members */
export function assertOwnerOrAdmin(actor: Actor): asserts actor is StaffActor {
  if (!isOwnerOrAdmin(actor)) throw new DomainError("forbidden", { detail: "Only owners and admins may do this." });
}

/** @throws forbidden for all but those who have logged in */
export function assertLoggedIn(actor: Actor): asserts actor is SessionActor {
  if (actor.kind !== "session")
    throw new DomainError("forbidden", { detail: "Only somebody who has logged in may do this: no key can." });
}

/** @throws forbidden when the actor's credential lacks the scope */
export function assertScope(actor: Actor, scope: Scope): void {
  if (actor.scopes.has(scope)) return;
  throw new DomainError("forbidden", { detail: `This needs the scope ${scope}, which the credential does not have.` });
}
