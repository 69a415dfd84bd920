import type { Prisma } from "../../generated/prisma/client.ts";
import { reachOf } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Visibility } from "./event-type.ts";

/**
 * The event types that the actor may see by a rule, for Prisma. Those who manage their own see the others too: they are refused
 * (`assertMayManageEventType`), not told that there is none. @throws forbidden
 */
export function eventTypeScope({ actor }: DomainContext, rule: RuleName): Prisma.EventTypeWhereInput {
  const { organisationId } = actor;
  switch (reachOf(actor, rule)) {
    case "all":
    case "own":
      return { organisationId };
    case "unlisted":
      return { organisationId, visibility: { not: "private" }, deletedAt: null };
    case "public":
      return { organisationId, visibility: "public", deletedAt: null };
  }
}

/** Whether an event type at hand is one that the actor may do something with. @throws forbidden */
export function isEventTypeVisible(
  { actor }: DomainContext,
  eventType: { organisationId: string; visibility: Visibility },
  rule: RuleName,
): boolean {
  if (eventType.organisationId !== actor.organisationId) return false;
  switch (reachOf(actor, rule)) {
    case "all":
    case "own":
      return true;
    case "unlisted":
      return eventType.visibility !== "private";
    case "public":
      return eventType.visibility === "public";
  }
}
