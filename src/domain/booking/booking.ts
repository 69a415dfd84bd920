import type { Answers } from "../event-type/question.ts";
import type { Location } from "../event-type/location.ts";
import type { Reminder } from "../event-type/reminder.ts";
import type { Price } from "../event-type/event-type.ts";
import type { ErrorCode } from "../shared/errors.ts";

export const BOOKING_STATUSES = ["pending", "confirmed", "declined", "cancelled", "completed", "no_show"] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export type PendingReason = "confirmation" | "payment" | "email_verification";

/** A person who takes part. The first one, the booker, made the booking. */
export interface Attendee {
  id: string;
  role: "booker" | "guest";
  name: string | null;
  /** Lower case. */
  email: string;
  phone: string | null;
  locale: string | null;
  timeZone: string | null;
}

/** A booking with the terms it was made under. `startsAt`/`endsAt` are instants, half-open, without the buffers. */
export interface Booking {
  id: string;
  organisationId: string;
  eventTypeId: string;
  status: BookingStatus;
  pendingReasons: PendingReason[];
  /** Until when a pending booking may be confirmed. */
  expiresAt: Date | null;
  hostIds: string[];
  resourceIds: string[];
  /** Of a group event: the session that it has places of. */
  groupSessionId: string | null;
  /** The series that it is an occurrence of, and its start by the rule, by which it is named there. */
  seriesId: string | null;
  recurrenceId: Date | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  clientCreatedAt: Date;
  attendees: Attendee[];
  location: Location | null;
  answers: Answers;
  notes: string | null;
  metadata: Record<string, string>;
  title: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  price: Price | null;
  cancellationCutoffMinutes: number;
  rescheduleCutoffMinutes: number;
  reminders: Reminder[];
  cancellation: { cancelledAt: Date; by: "staff" | "attendee"; reason: string | null } | null;
  declineReason: string | null;
  sequence: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export type BookingCommand = "confirm" | "decline" | "cancel" | "reschedule" | "complete" | "markNoShow";

interface Transition<Event> {
  /** The states it may start from. */
  from: readonly BookingStatus[];
  /** The state it leads to; null keeps the state. A booking that is there already is answered as it is. */
  to: BookingStatus | null;
  refusal: ErrorCode;
  /** Its event, and its audit line's action. */
  event: Event;
}

/** Those that tell of the booking and nothing else. */
type PlainEvent = `booking.${"confirmed" | "declined" | "cancelled" | "completed" | "no_show"}`;

type Transitions = {
  [Command in BookingCommand]: Transition<Command extends "reschedule" ? "booking.rescheduled" : PlainEvent>;
};

/** The life of a booking. A completed booking and a no-show may be corrected into each other. */
export const TRANSITIONS: Transitions = {
  confirm: { from: ["pending"], to: "confirmed", refusal: "booking_not_confirmable", event: "booking.confirmed" },
  decline: { from: ["pending"], to: "declined", refusal: "booking_not_declinable", event: "booking.declined" },
  cancel: {
    from: ["pending", "confirmed"],
    to: "cancelled",
    refusal: "booking_not_cancellable",
    event: "booking.cancelled",
  },
  reschedule: {
    from: ["pending", "confirmed"],
    to: null,
    refusal: "booking_not_reschedulable",
    event: "booking.rescheduled",
  },
  complete: {
    from: ["confirmed", "no_show"],
    to: "completed",
    refusal: "booking_not_completable",
    event: "booking.completed",
  },
  markNoShow: {
    from: ["confirmed", "completed"],
    to: "no_show",
    refusal: "booking_no_show_not_allowed",
    event: "booking.no_show",
  },
};

/** The states in which a booking takes its hosts' time. */
export const CLAIMING_STATUSES: readonly BookingStatus[] = ["pending", "confirmed", "completed", "no_show"];
