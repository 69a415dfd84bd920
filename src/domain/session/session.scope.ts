import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

/** The sessions that the actor may see and end, for Prisma: his own, in whatever organisation. @throws forbidden but for those who have logged in */
export function sessionScope({ actor }: DomainContext): Prisma.DeviceSessionWhereInput {
  assertMay(actor, "manage one's sessions");
  return { userId: actor.userId };
}

/** Of these, those that are not over. */
export function livingSessions(ctx: DomainContext): Prisma.DeviceSessionWhereInput {
  return { ...sessionScope(ctx), endedAt: null, expiresAt: { gt: ctx.clock.now() } };
}
