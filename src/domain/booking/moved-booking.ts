import type { CommandRecord } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { toBookingPayload } from "./booking-rows.ts";
import { TRANSITIONS, type Booking } from "./booking.ts";
import { pendingUntil } from "./pending.ts";

/** Where a booking goes, and by whom and with what it is served there. */
export interface Destination extends Pick<Booking, "hostIds" | "resourceIds"> {
  /** Epoch ms. */
  startsAt: number;
  durationMinutes: number;
}

export function toMovedBooking(
  ctx: DomainContext,
  booking: Booking,
  { startsAt, durationMinutes, hostIds, resourceIds }: Destination,
): Booking {
  return {
    ...booking,
    hostIds,
    resourceIds,
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + durationMinutes * MINUTE_MS),
    expiresAt: pendingUntil({ ...booking, startsAt: new Date(startsAt) }),
    sequence: booking.sequence + 1,
    version: booking.version + 1,
    updatedAt: ctx.clock.now(),
  };
}

/** What is told of a move. */
export function recordOfMove(before: Booking, after: Booking, reason: string | null | undefined): CommandRecord {
  return {
    type: TRANSITIONS.reschedule.event,
    objectId: before.id,
    payload: { ...toBookingPayload(after), previous: timeOf(before) },
    changes: {
      startsAt: [before.startsAt, after.startsAt],
      endsAt: [before.endsAt, after.endsAt],
      hostIds: [before.hostIds, after.hostIds],
      ...(after.resourceIds.length > 0 && { resourceIds: [before.resourceIds, after.resourceIds] }),
      version: [before.version, after.version],
      ...(after.groupSessionId !== before.groupSessionId && {
        groupSessionId: [before.groupSessionId, after.groupSessionId],
      }),
    },
    reason,
  };
}

function timeOf({ startsAt, endsAt, hostIds, resourceIds }: Booking) {
  return { startsAt, endsAt, hostIds, resourceIds };
}
