import { createHash } from "node:crypto";
import { spenderOf } from "../../domain/plan/plan.ts";
import type { Actor } from "../../domain/shared/actor.ts";
import { networkOf } from "../../domain/shared/network.ts";
import type { CountedBy } from "./guards.ts";

/** What is known of a request when it is counted. */
export interface Caller {
  /** As Express tells it, by the proxies that are trusted. Undefined when the connection has gone. */
  address: string | undefined;
  /** Undefined where no credential is asked for. */
  actor?: Actor;
  /** That the body names, if it is a text. */
  email?: string;
}

/** Whose budget it is, or null where this guard does not count the request. */
export function partitionKeyOf(by: CountedBy, { address, actor, email }: Caller): string | null {
  switch (by) {
    case "address":
      return networkOf(address);
    case "visitor":
      return actor?.kind === "publishable_key" ? `${actor.credentialId}@${networkOf(address)}` : null;
    case "public":
      return actor?.kind === "publishable_key" ? actor.organisationId : null;
    case "invited":
      if (actor?.kind !== "publishable_key" || email === undefined) return null;
      return `${actor.organisationId}/${accountOf(email)}`;
    case "account":
      return email === undefined ? null : accountOf(email);
    case "account_at_address":
      return email === undefined ? null : placeOf(email, address);
    case "person":
      return actor === undefined ? null : spenderOf(actor);
  }
}

/** An account as it is used at an address. */
export function placeOf(email: string, address: string | undefined): string {
  return `${accountOf(email)}@${networkOf(address)}`;
}

/** Not the address itself: what is counted is told to Redis. The same for all ways of writing an address that are one account. */
function accountOf(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
