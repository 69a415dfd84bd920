import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";

/** The audit lines that the actor may see by a rule, for Prisma: all of his organisation. @throws forbidden */
export function auditScope({ actor }: DomainContext, rule: RuleName): Prisma.AuditEntryWhereInput {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
