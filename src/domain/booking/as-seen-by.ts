import type { Actor } from "../shared/actor.ts";
import type { Booking } from "./booking.ts";

/** A booking as an actor is shown it: an attendee sees what is his own, and nothing that is written about him. */
export function asSeenBy(actor: Actor, booking: Booking): Booking {
  if (actor.kind !== "attendee") return booking;
  const attendees = booking.attendees.filter(({ id }) => id === actor.credentialId);
  return { ...booking, attendees, notes: null, metadata: {}, declineReason: null };
}
