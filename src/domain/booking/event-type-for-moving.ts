import type { EventType } from "../event-type/event-type.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { Booking } from "./booking.ts";

/**
 * The event type as it counts for moving a booking: with the buffers that the booking was made under, and with the
 * booking's own length beside those on offer. The move and the availability that is asked for it both decide by this.
 */
export function eventTypeForMoving(eventType: EventType, booking: Booking): EventType {
  const { bufferBeforeMinutes, bufferAfterMinutes } = booking;
  const durationsMinutes = [...new Set([...eventType.durationsMinutes, durationOf(booking)])];
  return { ...eventType, bufferBeforeMinutes, bufferAfterMinutes, durationsMinutes };
}

/** In minutes. */
export function durationOf({ startsAt, endsAt }: Pick<Booking, "startsAt" | "endsAt">): number {
  return (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
}
