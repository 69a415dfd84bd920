import type { Prisma } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertMay } from "./may.ts";
import type { RuleName } from "./rules.ts";

/** The keys that the actor may see or manage by a rule, for Prisma: all of his organisation. @throws forbidden */
export function apiKeyScope({ actor }: DomainContext, rule: RuleName): Prisma.ApiKeyWhereInput {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
