import { reachOf } from "../access/may.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

export type WaitingListRule = "read waiting lists" | "look at a place in a waiting list" | "answer an offer";

/** Of the entries of an organisation those that an actor may see, or answer for. */
export interface WaitingListScope {
  organisationId: string;
  /** Null: whoever hosts the event type. */
  hostId: string | null;
  /** Null: whichever. */
  entryId: string | null;
}

/** @throws forbidden for the public, which joins but does not read who waits */
export function waitingListScope({ actor }: DomainContext, rule: WaitingListRule): WaitingListScope {
  const { organisationId } = actor;
  const reach = reachOf(actor, rule);
  if (actor.kind === "attendee") return { organisationId, hostId: null, entryId: actor.objectId };
  return { organisationId, hostId: reach === "all" ? null : ownerIdOf(actor), entryId: null };
}

/** The same for Prisma. */
export function toEntryConditions({ organisationId, hostId, entryId }: WaitingListScope) {
  return {
    organisationId,
    ...(hostId !== null && { eventType: { hosts: { some: { memberId: hostId } } } }),
    ...(entryId !== null && { id: entryId }),
  };
}
