import { shareLimits, type SharedLimit } from "../booking-limit/limit-room.ts";
import type { Booking } from "../booking/booking.ts";
import { assertMayOverride, type Overridable } from "../booking/override.ts";
import { recordOfMove, toMovedBooking } from "../booking/moved-booking.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { changeSeries, type SeriesChange } from "./change-series.ts";
import { getSeries } from "./get-series.ts";
import { readMovedTimes, type MovedTime } from "./moved-times.ts";
import { limitsOfTime } from "./series-time.ts";
import { namedBy, targetsOf, type SeriesCommandInput } from "./series-targets.ts";
import { conflictsToldTo, type SeriesConflict, type SeriesWithBookings } from "./series.ts";
import { shiftedStart, wallShift } from "./wall-shift.ts";

export interface RescheduleSeriesInput extends SeriesCommandInput {
  recurrenceId: Date;
  /** Of the named occurrence; the others move by as much on the wall clock. */
  startsAt: Date;
  override?: Overridable[];
}

/**
 * Moves one occurrence, it and those after it, or all, by as much on the wall clock that the series keeps: together or not at
 * all. Hosts and lengths stay. What has begun or ended is left as it is.
 * @throws not_found, validation_failed, booking_not_reschedulable, series_unavailable, forbidden
 */
export async function rescheduleSeries(ctx: DomainContext, input: RescheduleSeriesInput): Promise<SeriesWithBookings> {
  assertMayOverride(ctx, input.override);
  const { series } = await getSeries(ctx, input.seriesId, "move or cancel bookings");
  const use = { rule: "move or cancel bookings", deletedToo: true } as const;
  return usingOffering(
    ctx,
    series.eventTypeId,
    (offering) => changeSeries(ctx, input, "series.rescheduled", (found) => moveAll(ctx, offering, found, input)),
    use,
  );
}

async function moveAll(
  ctx: DomainContext,
  offering: Offering,
  { series, bookings }: SeriesWithBookings,
  input: RescheduleSeriesInput,
): Promise<SeriesChange | typeof OUTDATED> {
  const targets = targetsOf(ctx, bookings, input, "reschedule");
  assertNoPlaces(targets);
  const { recurrenceTimeZone: timeZone } = series;
  const shift = wallShift(timeZone, namedBy(bookings, input.recurrenceId).startsAt, input.startsAt);
  const startOf = (startsAt: Date) => shiftedStart(timeZone, startsAt, shift);
  const moves = targets
    .map((booking) => ({
      booking,
      startsAt:
        booking.recurrenceId!.getTime() === input.recurrenceId.getTime()
          ? input.startsAt.getTime()
          : startOf(booking.startsAt),
    }))
    .sort((a, b) => a.startsAt - b.startsAt);
  if (moves.every(({ booking, startsAt }) => booking.startsAt.getTime() === startsAt)) return { changes: [] };

  const times = await readMovedTimes(ctx, offering, moves, input.override);
  if (times === OUTDATED) return OUTDATED;
  const conflicts = times.flatMap(({ startsAt, reason }) => (reason ? [{ startsAt: new Date(startsAt), reason }] : []));
  if (conflicts.length > 0) throw unavailable(ctx, conflicts, times.length);

  const { limits, countedBy } = shareLimits(times.map((time) => limitsOfMoved(time)));
  return {
    changes: times.map(({ booking, wanted: { durationMinutes }, ...to }) => {
      const moved = toMovedBooking(ctx, booking, { ...to, durationMinutes });
      return { booking: moved, releases: false, record: recordOfMove(booking, moved, input.reason) };
    }),
    terms: [
      ...new Map(times.map(({ wanted }) => [JSON.stringify(wanted.offering.terms), wanted.offering.terms])).values(),
    ],
    wanted: {
      claims: times.flatMap(({ booking, startsAt, time }) =>
        time.all.map((claim) => ({ ...claim, booking_id: booking.id, starts_at: new Date(startsAt) })),
      ),
      limits: limits.map(({ most, ...limit }: SharedLimit) => limit),
      at: ctx.clock.now(),
    },
    refuseLimits(places) {
      const isFull = (_: MovedTime, index: number) => countedBy[index]!.some((place) => places.includes(place));
      const full = times
        .filter(isFull)
        .map(({ startsAt }) => ({ startsAt: new Date(startsAt), reason: "limit" as const }));
      throw unavailable(ctx, full, times.length);
    },
  };
}

/** @throws booking_not_reschedulable */
function assertNoPlaces(bookings: readonly Booking[]): void {
  if (bookings.every(({ groupSessionId }) => groupSessionId === null)) return;
  throw new DomainError("booking_not_reschedulable", {
    detail: "Bookings of a group event are moved one by one: each to a session of its own.",
  });
}

function limitsOfMoved({ booking, wanted, startsAt, time }: MovedTime) {
  const email = booking.attendees.find(({ role }) => role === "booker")?.email;
  return limitsOfTime({ ...wanted, email }, startsAt, time);
}

function unavailable(ctx: DomainContext, conflicts: SeriesConflict[], all: number): DomainError {
  return new DomainError("series_unavailable", {
    detail: `${conflicts.length} of ${all} times are not available; nothing was moved.`,
    extensions: { conflicts: conflictsToldTo(ctx, conflicts) },
  });
}
