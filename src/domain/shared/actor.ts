export const SCOPES = [
  "api_keys:read",
  "api_keys:write",
  "audit:read",
  "availability:read",
  "bookings:override",
  "bookings:read",
  "bookings:write",
  "dead_letters:read",
  "dead_letters:write",
  "event_types:read",
  "event_types:write",
  "holds:write",
  "members:read",
  "members:write",
  "organisation:write",
  "receivers:read",
  "receivers:write",
  "resources:read",
  "resources:write",
  "schedules:read",
  "schedules:write",
  "webhooks:read",
  "webhooks:write",
] as const;

export type Scope = (typeof SCOPES)[number];

export const ROLES = ["owner", "admin", "member"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, and on whose behalf. */
export type Actor = StaffActor | PublishableKeyActor | AttendeeActor | SystemActor;

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
  /** Of the pages that may use it, as patterns. */
  allowedOrigins: ReadonlySet<string>;
}

/** Somebody who takes part in a booking, or waits for a time, by the link that he was given. The credential is he. */
export interface AttendeeActor extends Credential {
  kind: "attendee";
  /** His booking, or his entry in a waiting list. */
  objectId: string;
}

/** As what the house is known. */
export const HOUSE = "system";

/** The house itself, for what falls due by time. */
export interface SystemActor extends Credential {
  kind: "system";
}

export function toHouse(organisationId: string): SystemActor {
  return { kind: "system", organisationId, credentialId: HOUSE, scopes: new Set() };
}

/** True for those who work in the organisation, false for its public. */
export function isStaff(actor: Actor): actor is StaffActor {
  return actor.kind === "secret_key" || actor.kind === "console" || actor.kind === "session";
}

/** The member for whom the actor acts; null for those who act for none. */
export function memberIdOf(actor: Actor): string | null {
  return isStaff(actor) ? actor.memberId : null;
}

/** The person who has logged in; null for keys, which are nobody. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === "session" ? actor.userId : null;
}

/** Whose rows are the actor's own. Those who act for no member own none: nobody has the empty identifier. */
export function ownerIdOf(actor: Actor): string {
  return memberIdOf(actor) ?? "";
}
