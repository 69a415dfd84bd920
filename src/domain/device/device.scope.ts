import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

/** The devices that the actor may see and remove, for Prisma: his own. @throws forbidden but for those who have logged in */
export function deviceScope({ actor }: DomainContext): Prisma.PushDeviceWhereInput {
  assertMay(actor, "manage one's account");
  return { userId: actor.userId };
}
