import { cancellationOf } from "../booking/cancel-booking.ts";
import { tooBusy } from "../booking/change-booking.ts";
import { OUTDATED } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import {
  answerUnchangedSession,
  assertChangeable,
  readSharedSession,
  toGroupSessionPayload,
  writeSharedSession,
  type SessionChange,
  type SharedSession,
} from "./change-group-session.ts";
import type { GroupSession } from "./group-session.ts";

export interface CancelGroupSessionInput {
  groupSessionId: string;
  reason?: string | null;
}

/** As of a single booking, see change-booking.ts. */
const TRIES = 100;

/**
 * Cancels all bookings of a group session and frees its time. Cancelling twice answers the same session.
 * @throws not_found, booking_not_cancellable
 */
export async function cancelGroupSession(ctx: DomainContext, input: CancelGroupSessionInput): Promise<GroupSession> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await readSharedSession(ctx, input.groupSessionId);
    if (found.bookings.length === 0 && found.holds.length === 0) return answerUnchangedSession(ctx, found.session);

    assertChangeable(found.bookings, "cancel");
    const written = await writeSharedSession(ctx, found, cancelled(ctx, found, input));
    if (written !== OUTDATED && written !== "limit") return written;
  }
  throw tooBusy();
}

function cancelled(
  ctx: DomainContext,
  { session, bookings }: SharedSession,
  { reason = null }: CancelGroupSessionInput,
): SessionChange {
  return {
    session: { status: "over", placesTaken: 0, bookingIds: [] },
    bookings: bookings.flatMap((booking) => cancellationOf(ctx, booking, { bookingId: booking.id, reason }) ?? []),
    record: (after) => ({
      type: "group_session.cancelled",
      objectId: session.id,
      payload: { groupSession: toGroupSessionPayload(after), bookingIds: bookings.map(({ id }) => id) },
      changes: { status: [session.status, after.status] },
      reason,
    }),
  };
}
