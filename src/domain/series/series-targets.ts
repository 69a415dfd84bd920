import { TRANSITIONS, type Booking } from "../booking/booking.ts";
import { assertNotExpired, isExpired, isThereAlready } from "../booking/change-booking.ts";
import { assertBeforeCutOff } from "../booking/cut-off.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";

/** One occurrence, or it and all that come after it by the rule, or all. */
export type SeriesScope = "this" | "this_and_following" | "all";

export interface SeriesCommandInput {
  seriesId: string;
  scope: SeriesScope;
  /** Which occurrence is meant. May be left out where all are. */
  recurrenceId?: Date;
  reason?: string | null;
}

/**
 * The bookings that a command is about. One that is meant by itself must be in a state for it; of several those are meant
 * that are, and have not begun. What an attendee may no longer change stands in the way of the whole command.
 * @throws validation_failed, booking_not_cancellable, booking_not_reschedulable
 */
export function targetsOf(
  ctx: DomainContext,
  bookings: readonly Booking[],
  { scope, recurrenceId }: Pick<SeriesCommandInput, "scope" | "recurrenceId">,
  command: "cancel" | "reschedule",
): Booking[] {
  const named = recurrenceId ? namedBy(bookings, recurrenceId) : null;
  if (scope !== "all" && !named) throw wrongOccurrence("must be given unless scope is all");
  const targets =
    scope === "this"
      ? [named!].filter((booking) => !isThereAlready(booking, command))
      : bookings.filter((booking) => {
          const isMeant = scope === "all" || booking.recurrenceId! >= named!.recurrenceId!;
          return isMeant && isOpen(ctx, booking, command);
        });
  if (command === "reschedule") for (const booking of targets) assertNotExpired(ctx, booking, command);
  for (const booking of targets) assertBeforeCutOff(ctx, booking, command);
  return targets;
}

/** @throws validation_failed */
export function namedBy(bookings: readonly Booking[], recurrenceId: Date): Booking {
  const named = bookings.find((booking) => booking.recurrenceId!.getTime() === recurrenceId.getTime());
  if (!named) throw wrongOccurrence("is the recurrenceId of no booking of this series");
  return named;
}

function isOpen(ctx: DomainContext, booking: Booking, command: "cancel" | "reschedule"): boolean {
  const { from } = TRANSITIONS[command];
  return from.includes(booking.status) && booking.startsAt > ctx.clock.now() && !isExpired(ctx, booking);
}

function wrongOccurrence(message: string): DomainError {
  return new DomainError("validation_failed", {
    detail: "The request does not say which occurrence is meant.",
    errors: [{ pointer: "/recurrenceId", message }],
  });
}
