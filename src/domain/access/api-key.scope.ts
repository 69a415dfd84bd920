import type { DomainContext } from "../shared/context.ts";
import { assertMay } from "./may.ts";
import type { RuleName } from "./rules.ts";

/** The keys that the actor may see or manage by a rule: all of his organisation. @throws forbidden */
export function apiKeyScope({ actor }: DomainContext, rule: RuleName): { organisationId: string } {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
