import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import { HOUSE, isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/**
 * The holds that the actor may use for what a rule says: those who work here all of their organisation, whoever made them; the public
 * what it made itself, since it made what it may not read otherwise, and what the house has made to be offered. @throws forbidden
 */
export function holdScope({ actor }: DomainContext, rule: RuleName): Prisma.HoldWhereInput {
  assertMay(actor, rule);
  const { organisationId, credentialId } = actor;
  if (isStaff(actor)) return { organisationId };
  return { organisationId, credentialId: rule === "answer an offer" ? HOUSE : credentialId };
}
