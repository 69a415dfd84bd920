import { reachOf } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** Of the bookings of an organisation those that an actor may see or change. */
export interface BookingScope {
  organisationId: string;
  /** Null: whoever hosts. */
  hostId: string | null;
}

/** @throws forbidden for the public, which books but does not read bookings */
export function bookingScope({ actor }: DomainContext, rule: RuleName): BookingScope {
  const hostId = reachOf(actor, rule) === "all" ? null : ownerIdOf(actor);
  return { organisationId: actor.organisationId, hostId };
}
