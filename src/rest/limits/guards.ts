import type { RatePolicy } from "../../domain/ports/rate-limiter.ts";

/** Whose budget a guard counts in. */
export type CountedBy =
  /** An IPv4 address, or the /64 of an IPv6 one. */
  | "address"
  /** An address that comes with a publishable key. Other credentials are not counted. */
  | "visitor"
  /** The public of an organisation: all that comes with its publishable keys. */
  | "public"
  /** An e-mail address that a booking by a publishable key names, as attendee or guest, in one organisation. */
  | "invited"
  /** The e-mail address that the request names, whether or not anybody has it. */
  | "account"
  /** The same from one address. */
  | "account_at_address"
  /** Whoever is logged in, over all his sessions. */
  | "person";

export interface Guard {
  quota: number;
  windowSeconds: number;
  by: CountedBy;
  /** `failures`: what succeeds, or is refused for another reason than a wrong secret, is given back. */
  counts: "requests" | "failures";
  /** For `docs/rate-limits.md`. */
  meaning: string;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

/** What is counted beside the plan, or where there is no plan since nobody is known. Each name is a policy in `RateLimit`. */
export const GUARDS = {
  "visitor-availability": requests(240, MINUTE, "visitor", "Availability, of one visitor of a page."),
  "visitor-bookings": requests(30, MINUTE, "visitor", "Bookings that one visitor of a page makes."),
  "public-bookings": requests(1_000, HOUR, "public", "Bookings that all pages of one organisation make together."),
  "visitor-holds": requests(30, MINUTE, "visitor", "Holds that one visitor of a page makes."),
  "public-holds": requests(2_000, HOUR, "public", "Holds that all pages of one organisation make together."),
  "invited-bookings": requests(
    20,
    HOUR,
    "invited",
    "Bookings that pages make for one e-mail address, be it the attendee's or a guest's, in one organisation.",
  ),
  anonymous: requests(300, MINUTE, "address", "Everything that is asked without a credential."),
  "log-in-address": failures(100, QUARTER, "address", "Log-ins that failed, whoever was meant."),
  "log-in-device": failures(20, QUARTER, "account_at_address", "Log-ins of one account that failed, from one address."),
  "log-in-account": failures(50, HOUR, "account", "Log-ins of one account that failed, wherever they came from."),
  "secret-address": failures(
    100,
    QUARTER,
    "address",
    "Tokens that were none: of mails, of refreshes, of second factors.",
  ),
  "wrong-credential": failures(
    300,
    QUARTER,
    "address",
    "Keys and tokens that were none, over REST and GraphQL. One that is right gets through all the same.",
  ),
  "mail-address": requests(60, HOUR, "address", "Mails that one address has sent to people."),
  "mail-account": requests(10, HOUR, "account", "Mails that strangers have sent to one person."),
  "mail-person": requests(10, HOUR, "person", "Mails that somebody who is logged in has sent to himself."),
  "password-person": requests(
    20,
    QUARTER,
    "person",
    "Commands that ask for one's own password, or for a code in its place.",
  ),
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

/** The guards as this server counts them. */
export type GuardPolicies = Record<GuardName, RatePolicy>;

/** @param quotas in place of those of the table */
export function toGuardPolicies(quotas: Partial<Record<GuardName, number>> = {}): GuardPolicies {
  const entries = Object.entries<Guard>(GUARDS).map(([name, { quota, windowSeconds }]) => [
    name,
    { name, quota: quotas[name as GuardName] ?? quota, windowSeconds },
  ]);
  return Object.fromEntries(entries) as GuardPolicies;
}

function requests(quota: number, windowSeconds: number, by: CountedBy, meaning: string): Guard {
  return { quota, windowSeconds, by, counts: "requests", meaning };
}

function failures(quota: number, windowSeconds: number, by: CountedBy, meaning: string): Guard {
  return { quota, windowSeconds, by, counts: "failures", meaning };
}
