import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { changeBooking, isExpired, transition } from "./change-booking.ts";

type Deps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;

const AT_ONCE = 100;
const REASON = "Not confirmed in time.";

const EXPIRED_BOOKINGS = {
  name: "expired_bookings",
  text: `SELECT id, organisation_id FROM booking WHERE status = 'pending' AND expires_at <= $1
    ORDER BY expires_at LIMIT ${AT_ONCE}`,
};

/**
 * Declines the pending bookings whose time to be confirmed has run out, a hundred at a time, until none is left or the
 * signal comes. Several processes may do so side by side: each booking is declined once. One that fails is logged, and
 * left for the next run.
 * @returns how many this call declined
 */
export async function declineExpiredBookings(deps: Deps, signal?: AbortSignal): Promise<number> {
  let declined = 0;
  for (;;) {
    const rows = await deps.db.query<{ id: string; organisation_id: string }>(EXPIRED_BOOKINGS, [deps.clock.now()]);
    let inRound = 0;
    for (const row of rows) {
      if (signal?.aborted) return declined + inRound;
      if (await declineIfExpired(systemContext(deps, row.organisation_id), row.id)) inRound++;
    }
    declined += inRound;
    // A hundred that all fail would be found again for ever.
    if (rows.length < AT_ONCE || inRound === 0) return declined;
  }
}

/** Whether it was declined here; not when somebody cancelled, declined or moved it since it was found, or it failed. */
async function declineIfExpired(ctx: DomainContext, bookingId: string): Promise<boolean> {
  let decided = false;
  try {
    await changeBooking(ctx, { bookingId }, (booking) => {
      decided = isExpired(ctx, booking);
      return decided ? transition(ctx, booking, "decline", { declineReason: REASON }, REASON) : null;
    });
    return decided;
  } catch (error) {
    ctx.log.error({ bookingId, err: error }, "an expired booking was not declined; it is tried again in the next run");
    return false;
  }
}

function systemContext({ db, clock, ids, log }: Deps, organisationId: string): DomainContext {
  return {
    db,
    clock,
    ids,
    log,
    actor: toHouse(organisationId),
    request: { requestId: "decline-expired-bookings", address: null, userAgent: null },
  };
}
