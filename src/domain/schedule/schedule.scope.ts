import type { Prisma } from "../../generated/prisma/client.ts";
import { assertStaff, isOwnerOrAdmin } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/**
 * The schedules that the actor may see and change, for Prisma: those of his organisation, and of these a plain member
 * only his own. @throws forbidden for the public
 */
export function scheduleScope({ actor }: DomainContext): Prisma.ScheduleWhereInput {
  assertStaff(actor);
  const { organisationId, memberId } = actor;
  return isOwnerOrAdmin(actor) ? { organisationId } : { organisationId, memberId };
}
