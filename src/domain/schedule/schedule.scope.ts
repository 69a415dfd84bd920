import type { Prisma } from "../../generated/prisma/client.ts";
import { reachOf } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** The schedules that the actor may see or manage by a rule, for Prisma. @throws forbidden */
export function scheduleScope({ actor }: DomainContext, rule: RuleName): Prisma.ScheduleWhereInput {
  const { organisationId } = actor;
  return reachOf(actor, rule) === "all" ? { organisationId } : { organisationId, memberId: ownerIdOf(actor) };
}
