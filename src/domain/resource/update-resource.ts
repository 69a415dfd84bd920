import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { changeResource } from "./change-resource.ts";
import { lockResource } from "./get-resource.ts";
import { resourceErrors, toResourceHours, type Resource, type ResourceHoursInput } from "./resource.ts";

export interface UpdateResourceInput {
  resourceId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  kind?: string;
  description?: string | null;
  timeZone?: string;
  /** Replaces all hours; null: always. */
  hours?: ResourceHoursInput;
}

const PLAIN_FIELDS = ["name", "kind", "description", "timeZone"] as const;

/** Changes a resource; a field that is left out stays. Bookings that were made stay. @throws not_found, forbidden, validation_failed, stale_version */
export async function updateResource(ctx: DomainContext, input: UpdateResourceInput): Promise<Resource> {
  const changes: Partial<Resource> = pickGiven(input, PLAIN_FIELDS);
  if (input.hours !== undefined) changes.hours = toResourceHours(input.hours);
  return inOneTransaction(ctx, async (tx) => {
    const resource = await lockResource(ctx, tx, input.resourceId);
    assertVersion("resource", resource.version, input.ifVersion);
    assertValid(resourceErrors({ ...resource, ...changes }));
    return changeResource(ctx, tx, resource, changes);
  });
}
