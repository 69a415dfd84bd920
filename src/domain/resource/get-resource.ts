import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { toResource } from "./resource-rows.ts";
import { resourceScope } from "./resource.scope.ts";
import type { Resource } from "./resource.ts";

type ResourceRule = "read resources" | "manage resources";

/** A resource that is not deleted. @throws not_found, forbidden */
export async function getResource(ctx: DomainContext, resourceId: string): Promise<Resource> {
  return readResource(ctx, ctx.db.prisma, resourceId, "read resources");
}

/** One to manage, in a transaction: nobody else changes it until that ends. @throws not_found, forbidden */
export async function lockResource(ctx: DomainContext, tx: Transaction, resourceId: string): Promise<Resource> {
  const { organisationId } = ctx.actor;
  if (!isId(resourceId, "resource")) throw notFound("resource");
  await tx.$executeRaw`
    SELECT FROM resource WHERE id = ${resourceId} AND organisation_id = ${organisationId} FOR NO KEY UPDATE`;
  return readResource(ctx, tx, resourceId, "manage resources");
}

async function readResource(
  ctx: DomainContext,
  tx: Transaction,
  resourceId: string,
  rule: ResourceRule,
): Promise<Resource> {
  const where = { ...resourceScope(ctx, rule), id: resourceId, deletedAt: null };
  const row = isId(resourceId, "resource") && (await tx.resource.findFirst({ where }));
  if (!row) throw notFound("resource");
  return toResource(row);
}
