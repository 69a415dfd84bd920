import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { TRANSITIONS, type Booking } from "./booking.ts";

/**
 * The cut-off that a booking was made under binds attendees, not those who work here.
 * @throws booking_not_cancellable, booking_not_reschedulable, when it is too late for an attendee
 */
export function assertBeforeCutOff(
  { actor, clock }: DomainContext,
  booking: Booking,
  command: "cancel" | "reschedule",
): void {
  if (actor.kind !== "attendee") return;
  const minutes = command === "cancel" ? booking.cancellationCutoffMinutes : booking.rescheduleCutoffMinutes;
  const latest = new Date(booking.startsAt.getTime() - minutes * MINUTE_MS);
  if (clock.now() < latest) return;
  throw new DomainError(TRANSITIONS[command].refusal, {
    detail: `An attendee could do this before ${latest.toISOString()}.`,
    userMessage: "It is too late to do this here. Please get in touch with us.",
  });
}
