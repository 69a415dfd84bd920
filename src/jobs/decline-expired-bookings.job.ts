import { declineExpiredBookings } from "../domain/booking/decline-expired-bookings.ts";
import type { Job } from "./registry.ts";

export const declineExpiredBookingsJob: Job = {
  name: "decline-expired-bookings",
  everyMs: 30_000,
  run: declineExpiredBookings,
};
