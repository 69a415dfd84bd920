import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";

/** The organisation that the actor may see by a rule, for Prisma: his own. @throws forbidden */
export function onlyOwnOrganisation({ actor }: DomainContext, rule: RuleName): Prisma.OrganisationWhereInput {
  assertMay(actor, rule);
  return { id: actor.organisationId };
}
