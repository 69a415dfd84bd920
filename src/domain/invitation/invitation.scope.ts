import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

/** The invitations that the actor may see, for Prisma: all of his organisation. @throws forbidden but for owners and admins */
export function invitationScope({ actor }: DomainContext): Prisma.InvitationWhereInput {
  assertMay(actor, "read invitations");
  return { organisationId: actor.organisationId };
}
