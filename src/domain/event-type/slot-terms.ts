import type { SlotTerms } from "../availability/terms.ts";
import { DomainError } from "../shared/errors.ts";
import type { EventType } from "./event-type.ts";

/**
 * The length of an appointment: the asked one, which must be on offer, or the first.
 * @throws validation_failed at `pointer`
 */
export function chooseDuration({ durationsMinutes }: EventType, asked: number | undefined, pointer: string): number {
  if (asked === undefined) return durationsMinutes[0]!;
  if (durationsMinutes.includes(asked)) return asked;
  const message = `must be one of: ${durationsMinutes.join(", ")}`;
  throw new DomainError("validation_failed", {
    detail: "This event type cannot be booked for that long.",
    errors: [{ pointer, message }],
  });
}

export function toSlotTerms(eventType: EventType, durationMinutes: number): SlotTerms {
  return { ...eventType, durationMinutes };
}
