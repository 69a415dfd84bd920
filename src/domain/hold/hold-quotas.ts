import type { DomainContext } from "../shared/context.ts";
import { networkOf } from "../shared/network.ts";
import type { Sealer } from "../shared/sealer.ts";

/** How many live holds one visitor of a page has at the most, or the attendee of one booking. */
const MOST_OF_VISITOR = 3;
/** And how many one publishable key has. */
const MOST_OF_KEY = 200;

export type HoldContext = DomainContext & { sealer: Pick<Sealer, "sign"> };

/** As whom somebody's holds are counted; null for those who work here. The address itself is not kept. */
export function visitorOf({ actor, request, sealer }: HoldContext): string | null {
  if (actor.kind === "attendee") return actor.credentialId;
  if (actor.kind !== "publishable_key") return null;
  return sealer.sign(`${actor.credentialId}@${networkOf(request.address ?? undefined)}`, "visitors who hold times");
}

/** The `p_quotas` argument of `create_hold`. */
export function quotasOf({ actor }: DomainContext, visitor: string | null): object[] {
  return [
    ...(visitor === null ? [] : [{ visitor, most: MOST_OF_VISITOR }]),
    ...(actor.kind === "publishable_key" ? [{ credential_id: actor.credentialId, most: MOST_OF_KEY }] : []),
  ];
}
