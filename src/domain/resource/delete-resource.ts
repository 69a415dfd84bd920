import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { uuidOf } from "../shared/ids.ts";
import { changeResource } from "./change-resource.ts";
import { lockResource } from "./get-resource.ts";
import type { Resource } from "./resource.ts";

export interface DeleteResourceInput {
  resourceId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/**
 * Deletes a resource that nothing uses; it stays in the list of deleted ones. An event type that needs one of its kind does
 * without it from now on.
 * @throws not_found, resource_in_use, stale_version, forbidden
 */
export async function deleteResource(ctx: DomainContext, input: DeleteResourceInput): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const resource = await lockResource(ctx, tx, input.resourceId);
    assertVersion("resource", resource.version, input.ifVersion);
    await assertUnused(ctx, tx, resource);
    return changeResource(ctx, tx, resource, { deletedAt: ctx.clock.now() });
  });
}

/** Whoever starts to need it by name locks it first. A booking that takes it at this very moment may still get it. */
async function assertUnused(ctx: DomainContext, tx: Transaction, { id }: Resource): Promise<void> {
  const user = await tx.eventType.findFirst({
    where: { deletedAt: null, resources: { some: { resourceId: id } } },
    select: { id: true },
  });
  if (user) throw inUse(`The event type ${user.id} needs it.`);

  const now = ctx.clock.now();
  const [taken] = await tx.$queryRaw<{ until: Date }[]>`
    SELECT upper(during) AS until FROM claim
    WHERE subject_id = ${uuidOf(id)}::uuid AND during && tstzrange(${now}, NULL) AND (expires_at > ${now}) IS NOT FALSE
    ORDER BY during DESC LIMIT 1`;
  if (taken) throw inUse(`It is taken until ${taken.until.toISOString()}.`);
}

function inUse(detail: string): DomainError {
  return new DomainError("resource_in_use", { detail });
}
