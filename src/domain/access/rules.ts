import { ROLES, SCOPES, type Role, type Scope } from "../shared/actor.ts";

/**
 * Which objects of the actor's organisation; another's are nobody's to see.
 * - `all`: every one.
 * - `own`: bookings that he hosts or whose link he has, entries of waiting lists likewise, schedules that he works by, event types whose only host he is, his own account.
 * - `unlisted`: event types that are not private, for whoever knows their id.
 * - `public`: event types that are shown to everybody.
 */
export type Reach = "all" | "own" | "unlisted" | "public";

/** As whom somebody comes. Those who work in the organisation count by their role, whether by a key or logged in. */
export type Caller = Role | "publishable_key" | "attendee" | "system";

export interface Rule {
  /** What it takes the credential to have been given; null for nothing. */
  scope: Scope | null;
  /** Only for somebody who has logged in: no key will do. */
  logInOnly?: true;
  /** Who may, and with which objects. Whoever is not named may not. */
  may: Partial<Record<Caller, Reach>>;
  /** What the table cannot say. */
  note?: string;
}

const STAFF = { owner: "all", admin: "all", member: "all" } as const;
const STAFF_THEIR_OWN = { owner: "all", admin: "all", member: "own" } as const;
const OWNERS_AND_ADMINS = { owner: "all", admin: "all" } as const;
const EVERYBODY_HIMSELF = { owner: "own", admin: "own", member: "own" } as const;

/** Who may do what with which objects. Printed into docs/access.md. */
export const RULES = {
  "read bookings": { scope: "bookings:read", may: STAFF_THEIR_OWN },
  "look at a booking": {
    scope: "bookings:read",
    may: { ...STAFF_THEIR_OWN, attendee: "own" },
    note: "An attendee sees no notes, no metadata and nobody else who takes part.",
  },
  book: {
    scope: "bookings:write",
    may: { ...STAFF, publishable_key: "unlisted" },
    note: "The objects are event types.",
  },
  "change bookings": { scope: "bookings:write", may: { ...STAFF_THEIR_OWN, system: "all" } },
  "move or cancel bookings": {
    scope: "bookings:write",
    may: { ...STAFF_THEIR_OWN, attendee: "own" },
    note: "The cut-offs of the booking bind attendees.",
  },
  "set rules aside": {
    scope: "bookings:override",
    may: OWNERS_AND_ADMINS,
    note: "Book or move against the rules of availability, or to a host who is none of the event type's. A claim is never set aside.",
  },
  "hold times": {
    scope: "holds:write",
    may: { ...STAFF, publishable_key: "unlisted", attendee: "own", system: "all" },
    note: "The objects are event types, for an attendee that of his booking when he is about to move it; the house holds what a waiting list offers. Others than those who work here use only holds that they made; to hold a time for a booking that is to be moved takes what it takes to move it.",
  },
  "read waiting lists": {
    scope: "bookings:read",
    may: STAFF_THEIR_OWN,
    note: "A plain member's own are those of event types that he hosts.",
  },
  "look at a place in a waiting list": {
    scope: "bookings:read",
    may: { ...STAFF_THEIR_OWN, attendee: "own" },
    note: "For somebody who waits: by the link of his mail.",
  },
  "answer an offer": {
    scope: "bookings:write",
    may: { ...STAFF_THEIR_OWN, attendee: "own" },
    note: "Accept what is offered, or leave the waiting list.",
  },
  "look at free times": {
    scope: "availability:read",
    may: { ...STAFF, publishable_key: "unlisted", attendee: "own" },
    note: "The objects are event types, for an attendee that of his booking when he looks where to move it. Looking through a booking that is to be moved is to read it too.",
  },
  "read availability": {
    scope: "availability:read",
    may: { ...STAFF, publishable_key: "unlisted" },
    note: "The objects are event types. The same over GraphQL, which no attendee reads.",
  },
  "learn why a time is taken": {
    scope: null,
    may: STAFF,
    note: "Others are not refused: the reason is left out of what they are answered.",
  },
  "list event types": { scope: "event_types:read", may: { ...STAFF, publishable_key: "public" } },
  "read event types": { scope: "event_types:read", may: { ...STAFF, publishable_key: "unlisted" } },
  "read how event types are staffed": {
    scope: null,
    may: STAFF,
    note: "Schedules, weights and priorities of hosts, and needed resources. Over REST they are left out of what others are answered, over GraphQL their fields are refused.",
  },
  "manage event types": { scope: "event_types:write", may: STAFF_THEIR_OWN },
  "read schedules": { scope: "schedules:read", may: STAFF_THEIR_OWN },
  "manage schedules": { scope: "schedules:write", may: STAFF_THEIR_OWN },
  "read resources": { scope: "resources:read", may: STAFF },
  "manage resources": { scope: "resources:write", may: OWNERS_AND_ADMINS },
  "read members": { scope: "members:read", may: STAFF },
  "manage members": { scope: "members:write", may: OWNERS_AND_ADMINS },
  "read invitations": { scope: "members:read", may: OWNERS_AND_ADMINS },
  "make and unmake owners": {
    scope: "members:write",
    may: { owner: "all" },
    note: "Invite, change or delete one, too.",
  },
  "manage the organisation": { scope: "organisation:write", may: OWNERS_AND_ADMINS },
  "read API keys": { scope: "api_keys:read", may: OWNERS_AND_ADMINS },
  "manage API keys": {
    scope: "api_keys:write",
    may: OWNERS_AND_ADMINS,
    note: "Nobody gives a key a scope that he does not have himself. A secret key is rotated by the member for whom it acts alone.",
  },
  "read dead letters": { scope: "dead_letters:read", may: OWNERS_AND_ADMINS },
  "manage dead letters": { scope: "dead_letters:write", may: OWNERS_AND_ADMINS },
  "read receivers": {
    scope: "receivers:read",
    may: OWNERS_AND_ADMINS,
    note: "Where providers tell the organisation of something, and all that they have told.",
  },
  "manage receivers": { scope: "receivers:write", may: OWNERS_AND_ADMINS },
  "read webhooks": {
    scope: "webhooks:read",
    may: OWNERS_AND_ADMINS,
    note: "What endpoints are sent tells of everything that happens in the organisation.",
  },
  "manage webhooks": { scope: "webhooks:write", may: OWNERS_AND_ADMINS },
  "read the audit log": { scope: "audit:read", may: OWNERS_AND_ADMINS },
  "know oneself": {
    scope: null,
    may: { ...EVERYBODY_HIMSELF, publishable_key: "own" },
    note: "The organisation, the scopes, and the member that the credential acts for.",
  },
  "manage one's account": { scope: null, logInOnly: true, may: EVERYBODY_HIMSELF },
  "manage one's sessions": { scope: null, logInOnly: true, may: EVERYBODY_HIMSELF },
  "read the GraphQL schema": { scope: null, may: STAFF, note: "In development everybody may." },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** The scopes of all that a caller may do: what a session has by its role, and a publishable key whatever its row says. */
export const SCOPES_OF = Object.fromEntries(
  [...ROLES, "publishable_key" as const, "attendee" as const].map((caller) => [caller, scopesOf(caller)]),
) as Record<Role | "publishable_key" | "attendee", readonly Scope[]>;

function scopesOf(caller: Caller): readonly Scope[] {
  const rules: Rule[] = Object.values(RULES);
  return SCOPES.filter((scope) => rules.some((rule) => rule.scope === scope && rule.may[caller] !== undefined));
}
