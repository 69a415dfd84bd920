import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

export type ReceiverRule = "read receivers" | "manage receivers";

/** The connections that the actor may see or manage, and what came in by them: all of his organisation. @throws forbidden */
export function receiverScope({ actor }: DomainContext, rule: ReceiverRule): { organisationId: string } {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
