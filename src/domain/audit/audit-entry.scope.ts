import type { Prisma } from "../../generated/prisma/client.ts";
import { assertOwnerOrAdmin } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** The audit lines that the actor may see, for Prisma: all of his organisation. @throws forbidden but for owners and admins */
export function auditScope({ actor }: DomainContext): Prisma.AuditEntryWhereInput {
  assertOwnerOrAdmin(actor);
  return { organisationId: actor.organisationId };
}
