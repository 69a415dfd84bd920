import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertMayManageEventType } from "./assert-may-manage-event-type.ts";
import { changeEventType } from "./change-event-type.ts";
import { lockEventType } from "./get-event-type.ts";

export interface DeleteEventTypeInput {
  eventTypeId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/**
 * Deletes an event type: nobody can book it any more, its bookings stay, and it is listed with the deleted ones. Its slug
 * is free again.
 * @throws not_found (also when it is deleted already), forbidden, stale_version
 */
export async function deleteEventType(ctx: DomainContext, input: DeleteEventTypeInput): Promise<void> {
  await inOneTransaction(ctx, async (tx) => {
    const eventType = await lockEventType(ctx, tx, input.eventTypeId);
    assertMayManageEventType(ctx.actor, eventType.hosts);
    assertVersion("event type", eventType.version, input.ifVersion);
    return changeEventType(ctx, tx, eventType, { deletedAt: ctx.clock.now() });
  });
}
