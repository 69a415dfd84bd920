import type { SlotTerms } from "../availability/terms.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { EventType } from "./event-type.ts";
import type { Offering, OfferingHost } from "./offering.ts";

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

/** @throws not_found when the asked member is not a host of this event type */
export function chooseHost({ hosts }: Offering, asked: string | undefined): OfferingHost {
  const host = asked === undefined ? hosts[0] : hosts.find(({ memberId }) => memberId === asked);
  if (!host) throw notFound("host of this event type");
  return host;
}

export function toSlotTerms(eventType: EventType, durationMinutes: number): SlotTerms {
  return { ...eventType, durationMinutes };
}
