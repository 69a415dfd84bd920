import type { Prisma } from "../../generated/prisma/client.ts";
import { reachOf } from "../access/may.ts";
import { ownerIdOf } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

export type BlockRule = "read schedules" | "manage schedules";

/** The blocks that the actor may see or manage: they are part of when somebody works. @throws forbidden */
export function blockScope({ actor }: DomainContext, rule: BlockRule): Prisma.BlockWhereInput {
  const { organisationId } = actor;
  return reachOf(actor, rule) === "all" ? { organisationId } : { organisationId, memberId: ownerIdOf(actor) };
}
