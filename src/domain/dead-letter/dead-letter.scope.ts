import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";

/** The dead letters that the actor may see by a rule: all of his organisation. The house's own are nobody's. @throws forbidden but for owners and admins */
export function deadLetterScope({ actor }: DomainContext, rule: RuleName): { organisationId: string } {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
