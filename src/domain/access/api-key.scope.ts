import type { Prisma } from "../../generated/prisma/client.ts";
import { assertOwnerOrAdmin } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** The keys that the actor may see and revoke, for Prisma: all of his organisation. @throws forbidden but for owners and admins */
export function apiKeyScope({ actor }: DomainContext): Prisma.ApiKeyWhereInput {
  assertOwnerOrAdmin(actor);
  return { organisationId: actor.organisationId };
}
