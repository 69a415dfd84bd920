import { declineExpiredBookings } from "../domain/booking/decline-expired-bookings.ts";
import type { JobKind } from "./job-kind.ts";

export const declineExpiredBookingsJob: JobKind<"decline-expired-bookings"> = {
  everyMs: 30_000,
  run: (deps, _, signal) => declineExpiredBookings(deps, signal),
};
