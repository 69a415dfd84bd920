import { isOwnerOrAdmin, isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";

/** The bookings that an actor may see: those of his organisation, and of these a plain member only his own. */
export interface BookingScope {
  organisationId: string;
  /** Null: whoever hosts. */
  hostId: string | null;
}

/** @throws forbidden for the public, which books but does not read bookings */
export function bookingScope({ actor }: DomainContext): BookingScope {
  if (actor.kind === "system") return { organisationId: actor.organisationId, hostId: null };
  if (!isStaff(actor)) throw new DomainError("forbidden", { detail: "A publishable key cannot read bookings." });
  return { organisationId: actor.organisationId, hostId: isOwnerOrAdmin(actor) ? null : actor.memberId };
}
