import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

/** The identities that the actor may see and unlink, for Prisma: his own. @throws forbidden for keys */
export function identityScope({ actor }: DomainContext): Prisma.IdentityWhereInput {
  assertMay(actor, "manage one's account");
  return { userId: actor.userId };
}
