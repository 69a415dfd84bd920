import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Booking } from "./booking.ts";
import { assertNotExpired, isThereAlready } from "./change-booking.ts";
import { assertBeforeCutOff } from "./cut-off.ts";

/** @throws stale_version, booking_not_reschedulable */
export function assertMayMove(ctx: DomainContext, booking: Booking, ifVersion?: number): void {
  assertVersion("booking", booking.version, ifVersion);
  isThereAlready(booking, "reschedule");
  assertNotExpired(ctx, booking, "reschedule");
  assertBeforeCutOff(ctx, booking, "reschedule");
}
