import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { toResource } from "./resource-rows.ts";
import { resourceScope } from "./resource.scope.ts";
import type { Resource } from "./resource.ts";

export interface ListResourcesInput extends PageInput {
  /** Only resources of this kind. */
  kind?: string;
  /** The deleted ones instead of the others. */
  deleted?: boolean;
}

/** A page of the organisation's resources, oldest first. @throws validation_failed (cursor), forbidden */
export async function listResources(ctx: DomainContext, input: ListResourcesInput): Promise<Page<Resource>> {
  const { kind, deleted = false } = input;
  const { where, ...page } = pageQuery(input);
  const wanted = { kind, deletedAt: deleted ? { not: null } : null };
  const rows = await ctx.db.prisma.resource.findMany({
    where: { AND: [resourceScope(ctx, "read resources"), wanted, where] },
    ...page,
  });
  return toPage(rows.map(toResource), input.limit, creationOf);
}
