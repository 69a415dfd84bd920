import type { Prisma } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";

/** The organisation that the actor may see, for Prisma: his own. */
export function onlyOwnOrganisation({ actor }: DomainContext): Prisma.OrganisationWhereInput {
  return { id: actor.organisationId };
}
