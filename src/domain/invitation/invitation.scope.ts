import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";

/** The invitations that the actor may see by a rule, for Prisma: all of his organisation. @throws forbidden but for owners and admins */
export function invitationScope({ actor }: DomainContext, rule: RuleName): Prisma.InvitationWhereInput {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
