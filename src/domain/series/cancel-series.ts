import { cancellationOf } from "../booking/cancel-booking.ts";
import { tooBusy } from "../booking/change-booking.ts";
import { OUTDATED } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { changeSeries } from "./change-series.ts";
import { targetsOf, type SeriesCommandInput } from "./series-targets.ts";
import type { SeriesWithBookings } from "./series.ts";

/** As of a single booking, see change-booking.ts. */
const TRIES = 100;

/**
 * Cancels one occurrence, it and those after it, or all: together or not at all. What has begun or ended is left as it is.
 * @throws not_found, validation_failed, booking_not_cancellable
 */
export async function cancelSeries(ctx: DomainContext, input: SeriesCommandInput): Promise<SeriesWithBookings> {
  for (let tries = 0; tries < TRIES; tries++) {
    const changed = await changeSeries(ctx, input, "series.cancelled", ({ bookings }) => {
      const targets = targetsOf(ctx, bookings, input, "cancel");
      return {
        changes: targets.flatMap((booking) => {
          const { id: bookingId } = booking;
          return cancellationOf(ctx, booking, { bookingId, reason: input.reason }) ?? [];
        }),
      };
    });
    if (changed !== OUTDATED) return changed;
  }
  throw tooBusy();
}
