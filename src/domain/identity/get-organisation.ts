import type { DomainContext } from "../shared/context.ts";
import { onlyOwnOrganisation } from "./organisation.scope.ts";
import { toOrganisation, type Organisation } from "./organisation.ts";

/** The organisation whose data the credential reaches. @throws forbidden for attendees */
export async function getOrganisation(ctx: DomainContext): Promise<Organisation> {
  const where = onlyOwnOrganisation(ctx, "know oneself");
  return toOrganisation(await ctx.db.prisma.organisation.findFirstOrThrow({ where }));
}
