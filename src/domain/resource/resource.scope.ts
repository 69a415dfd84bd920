import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";

/** The resources that the actor may see or manage by a rule, for Prisma. @throws forbidden */
export function resourceScope({ actor }: DomainContext, rule: RuleName): Prisma.ResourceWhereInput {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
