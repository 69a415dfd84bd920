import type { Prisma } from "../../generated/prisma/client.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";

export type WebhookRule = "read webhooks" | "manage webhooks";

/** The endpoints that the actor may see or manage. @throws forbidden */
export function webhookEndpointScope({ actor }: DomainContext, rule: WebhookRule): Prisma.WebhookEndpointWhereInput {
  assertMay(actor, rule);
  return { organisationId: actor.organisationId };
}
