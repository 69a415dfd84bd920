import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { declineBooking } from "./decline-booking.ts";

type Deps = Pick<DomainContext, "db" | "clock" | "ids" | "log">;

const AT_ONCE = 100;

const EXPIRED_BOOKINGS = {
  name: "expired_bookings",
  text: `SELECT id, organisation_id FROM booking WHERE status = 'pending' AND expires_at <= $1
    ORDER BY expires_at LIMIT ${AT_ONCE}`,
};

/**
 * Declines the pending bookings whose time to be confirmed has run out, a hundred at most. Several processes may do so
 * side by side: each booking is declined once.
 * @returns how many there were
 */
export async function declineExpiredBookings(deps: Deps): Promise<number> {
  const rows = await deps.db.query<{ id: string; organisation_id: string }>(EXPIRED_BOOKINGS, [deps.clock.now()]);
  for (const row of rows) await declineExpired(systemContext(deps, row.organisation_id), row.id);
  return rows.length;
}

async function declineExpired(ctx: DomainContext, bookingId: string): Promise<void> {
  try {
    await declineBooking(ctx, { bookingId, reason: "Not confirmed in time." });
  } catch (error) {
    // Cancelled since it was found: then there is nothing left to decline.
    if (!(error instanceof DomainError) || error.code !== "booking_not_declinable") throw error;
  }
}

function systemContext({ db, clock, ids, log }: Deps, organisationId: string): DomainContext {
  return {
    db,
    clock,
    ids,
    log,
    actor: { kind: "system", organisationId, credentialId: "system", scopes: new Set() },
    request: { requestId: "decline-expired-bookings", address: null, userAgent: null },
  };
}
