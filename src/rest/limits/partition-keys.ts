import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { spenderOf } from "../../domain/plan/plan.ts";
import type { Actor } from "../../domain/shared/actor.ts";
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

/** What one customer of a provider can choose from counts as one: an IPv4 address, the first 64 bits of an IPv6 one (RFC 6177). */
export function networkOf(address = "unknown"): string {
  if (!isIPv6(address)) return address;
  const [bare = ""] = address.toLowerCase().split("%");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = bare.split("::");
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const network = [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** Groups of 16 bits; an IPv4 address at the end stands for two. */
function groupsOf(text: string): string[] {
  const groups = text === "" ? [] : text.split(":");
  return groups.flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}

/** Not the address itself: what is counted is told to Redis. The same for all ways of writing an address that are one account. */
function accountOf(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
