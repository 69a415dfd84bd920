import type { Prisma } from "../../generated/prisma/client.ts";
import { assertStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

/** The members that the actor may see, for Prisma: all of his organisation. @throws forbidden for the public */
export function memberScope({ actor }: DomainContext): Prisma.MemberWhereInput {
  assertStaff(actor);
  return { organisationId: actor.organisationId };
}
