import { recordCommand } from "../audit/record-command.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { toResourcePayload, toResourceRow } from "./resource-rows.ts";
import { resourceErrors, toResourceHours, type Resource, type ResourceHoursInput } from "./resource.ts";

export interface CreateResourceInput {
  name: string;
  kind: string;
  description?: string | null;
  timeZone: string;
  /** Null or left out: always. */
  hours?: ResourceHoursInput;
}

/** Event types that need one of its kind take it from now on. @throws validation_failed, forbidden */
export async function createResource(ctx: DomainContext, input: CreateResourceInput): Promise<Resource> {
  assertMay(ctx.actor, "manage resources");
  const { name, kind, description = null, timeZone } = input;
  const hours = toResourceHours(input.hours ?? null);
  assertValid(resourceErrors({ timeZone, hours }));

  const now = ctx.clock.now();
  const resource: Resource = {
    id: ctx.ids("resource"),
    organisationId: ctx.actor.organisationId,
    name,
    kind,
    description,
    timeZone,
    hours,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  return inOneTransaction(ctx, async (tx) => {
    await tx.resource.create({ data: toResourceRow(resource) });
    await recordCommand(ctx, tx, {
      type: "resource.created",
      objectId: resource.id,
      payload: toResourcePayload(resource),
    });
    return resource;
  });
}
