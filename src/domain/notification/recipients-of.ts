import type { EventType } from "../../generated/events.ts";
import type { DomainEvent } from "../outbox/domain-event.ts";
import type { NotificationKind, NotificationReason, RecipientType } from "./notification.ts";

/** Somebody who is to be told something. By which channels, and when, `plan-notifications.ts` says. */
export interface Recipient {
  kind: NotificationKind;
  type: RecipientType;
  /** An attendee or a member. Null: whoever waits in a waiting list. */
  id: string | null;
  /** Set where he would be told, but must not be: it is written down and no more. */
  withheld?: NotificationReason;
  /** He is told only if he, or anybody, was told of the booking before. */
  ifTold?: true;
}

/** The events that people are told of. */
export const TOLD_EVENTS = [
  "booking.created",
  "booking.email_verified",
  "booking.confirmed",
  "booking.declined",
  "booking.cancelled",
  "booking.attendee_cancelled",
  "booking.rescheduled",
] as const satisfies EventType[];

export type ToldEvent = DomainEvent<(typeof TOLD_EVENTS)[number]>;
type ToldBooking = ToldEvent["data"]["booking"];

/**
 * Whom an event is to be told, and as what. Everybody who takes part is told, also he who did it: the mail is his receipt, and
 * brings his calendar up to date.
 */
export function recipientsOf(event: ToldEvent): Recipient[] {
  const { booking } = event.data;
  switch (event.type) {
    case "booking.created":
    case "booking.email_verified":
    case "booking.confirmed":
      return newcomersOf(booking);
    case "booking.declined":
      return [{ kind: "booking_declined", ...bookerOf(booking), ifTold: true }];
    case "booking.cancelled":
      return [...attendeesOf(booking), ...hostsOf(booking.hostIds)].map((person) => ({
        kind: "booking_cancelled",
        ...person,
        ifTold: true,
      }));
    case "booking.attendee_cancelled":
      return [{ kind: "booking_cancelled", ...toPerson(event.data.attendee), ifTold: true }];
    case "booking.rescheduled":
      return movedPeopleOf(booking, event.data.previous);
  }
}

/** Of a booking that there is from now on. Guests hear of it once it is certain. Nobody does while it may be a stranger's joke. */
function newcomersOf(booking: ToldBooking): Recipient[] {
  if (isUnproven(booking)) return [{ kind: "booking_pending", ...bookerOf(booking), withheld: "unproven" }];
  const kind = booking.status === "pending" ? "booking_pending" : "booking_confirmed";
  const attendees = kind === "booking_pending" ? [bookerOf(booking)] : attendeesOf(booking);
  return [...attendees, ...hostsOf(booking.hostIds)].map((person) => ({ kind, ...person }));
}

/** Hosts who come are told of a new booking, hosts who go of a cancelled one, and those who stay only that the time is another. */
function movedPeopleOf(
  booking: ToldBooking,
  previous: Extract<ToldEvent, { type: "booking.rescheduled" }>["data"]["previous"],
): Recipient[] {
  if (isUnproven(booking)) return [];
  const isPending = booking.status === "pending";
  const isMoved = booking.startsAt !== previous.startsAt || booking.endsAt !== previous.endsAt;
  const come = booking.hostIds.filter((id) => !previous.hostIds.includes(id));
  const stay = isMoved ? booking.hostIds.filter((id) => previous.hostIds.includes(id)) : [];
  const go = previous.hostIds.filter((id) => !booking.hostIds.includes(id));
  const as = (kind: NotificationKind) => (person: Person) => ({ kind, ...person });
  return [
    ...(isPending ? [bookerOf(booking)] : attendeesOf(booking)).map(as("booking_rescheduled")),
    ...hostsOf(stay).map(as("booking_rescheduled")),
    ...hostsOf(come).map(as(isPending ? "booking_pending" : "booking_confirmed")),
    ...hostsOf(go).map(as("booking_cancelled")),
  ];
}

function isUnproven({ pendingReasons }: ToldBooking): boolean {
  return pendingReasons.includes("email_verification");
}

type Person = Pick<Recipient, "type" | "id">;

function toPerson({ id, role }: ToldBooking["attendees"][number]): Person {
  return { type: role === "guest" ? "guest" : "attendee", id };
}

function attendeesOf({ attendees }: ToldBooking): Person[] {
  return attendees.map(toPerson);
}

function bookerOf({ attendees }: ToldBooking): Person {
  return toPerson(attendees[0]!);
}

function hostsOf(ids: readonly string[]): Person[] {
  return ids.map((id) => ({ type: "host", id }));
}
