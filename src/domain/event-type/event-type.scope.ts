import type { Prisma } from "../../generated/prisma/client.ts";
import { isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Visibility } from "./event-type.ts";

/** The event types that the actor may see, for Prisma. */
export function eventTypeScope({ actor }: DomainContext): Prisma.EventTypeWhereInput {
  const { organisationId } = actor;
  return isStaff(actor) ? { organisationId } : { organisationId, visibility: { not: "private" } };
}

/** The same for an event type at hand. */
export function isEventTypeVisible(
  { actor }: DomainContext,
  eventType: { organisationId: string; visibility: Visibility },
): boolean {
  return eventType.organisationId === actor.organisationId && (isStaff(actor) || eventType.visibility !== "private");
}
