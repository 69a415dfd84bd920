import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { AUDITED_RESOURCE_FIELDS, toResourcePayload, toResourceRow } from "./resource-rows.ts";
import type { Resource } from "./resource.ts";

/** Writes the changes of a locked resource with their event and audit line; none when nothing differs. */
export async function changeResource(
  ctx: DomainContext,
  tx: Transaction,
  resource: Resource,
  changes: Partial<Resource>,
): Promise<Resource> {
  if (isDeepStrictEqual({ ...resource, ...changes }, resource)) return resource;

  const changed = { ...resource, ...changes, version: resource.version + 1, updatedAt: ctx.clock.now() };
  await tx.resource.update({ where: { id: resource.id }, data: toResourceRow(changed) });
  await recordCommand(ctx, tx, {
    type: changed.deletedAt ? "resource.deleted" : "resource.updated",
    objectId: resource.id,
    payload: toResourcePayload(changed),
    changes: changesBetween(resource, changed, AUDITED_RESOURCE_FIELDS),
  });
  return changed;
}
