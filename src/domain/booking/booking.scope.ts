import { reachOf } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** Of the bookings of an organisation those that an actor may see or change. */
export interface BookingScope {
  organisationId: string;
  /** Null: whoever hosts. */
  hostId: string | null;
  /** Null: whichever. */
  bookingId: string | null;
}

/** @throws forbidden for the public, which books but does not read bookings */
export function bookingScope({ actor }: DomainContext, rule: RuleName): BookingScope {
  const { organisationId } = actor;
  const reach = reachOf(actor, rule);
  if (actor.kind === "attendee") return { organisationId, hostId: null, bookingId: actor.objectId };
  return { organisationId, hostId: reach === "all" ? null : ownerIdOf(actor), bookingId: null };
}
