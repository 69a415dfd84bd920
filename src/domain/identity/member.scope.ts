import type { Prisma } from "../../generated/prisma/client.ts";
import { reachOf } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** The members that the actor may see by a rule, those who have left too, for Prisma. @throws forbidden */
export function memberScope({ actor }: DomainContext, rule: RuleName): Prisma.MemberWhereInput {
  const { organisationId } = actor;
  return reachOf(actor, rule) === "all" ? { organisationId } : { organisationId, id: ownerIdOf(actor) };
}
