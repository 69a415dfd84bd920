import type { Booking } from "../../domain/booking/booking.ts";
import type { ExpandedBooking, HistoryLine } from "../../domain/booking/expand-bookings.ts";
import { asSeenBy } from "../../domain/booking/as-seen-by.ts";
import type { Actor } from "../../domain/shared/actor.ts";
import type { components } from "../../generated/contract.ts";
import { toEventTypeResource } from "../event-types/event-type.resource.ts";
import { ok, type Answer } from "../answer.ts";
import { instant, instantOrNull } from "../instant.ts";

type BookingResource = components["schemas"]["Booking"];

export function toBookingResource(booking: Booking): BookingResource {
  const { cancellation } = booking;
  return {
    id: booking.id,
    status: booking.status,
    pendingReasons: booking.pendingReasons,
    expiresAt: instantOrNull(booking.expiresAt),
    eventTypeId: booking.eventTypeId,
    title: booking.title,
    hostIds: booking.hostIds,
    resourceIds: booking.resourceIds,
    groupSessionId: booking.groupSessionId,
    seriesId: booking.seriesId,
    recurrenceId: instantOrNull(booking.recurrenceId),
    startsAt: instant(booking.startsAt),
    endsAt: instant(booking.endsAt),
    durationMinutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000,
    timeZone: booking.timeZone,
    clientCreatedAt: instant(booking.clientCreatedAt),
    attendees: booking.attendees,
    location: booking.location,
    answers: booking.answers,
    notes: booking.notes,
    price: booking.price,
    metadata: booking.metadata,
    cancellation: cancellation && { ...cancellation, cancelledAt: instant(cancellation.cancelledAt) },
    declineReason: booking.declineReason,
    sequence: booking.sequence,
    version: booking.version,
    createdAt: instant(booking.createdAt),
    updatedAt: instant(booking.updatedAt),
  };
}

/** What every command on a booking answers. */
export function bookingAnswer(booking: Booking, actor: Actor): Answer {
  return ok(toBookingResource(asSeenBy(actor, booking)), { version: booking.version });
}

export function toExpandedBookingResource({ booking, hosts, eventType, history }: ExpandedBooking): BookingResource {
  return {
    ...toBookingResource(booking),
    ...(hosts && { hosts }),
    ...(eventType && { eventType: toEventTypeResource(eventType) }),
    ...(history && { history: history.map(toHistoryResource) }),
  };
}

function toHistoryResource({ at, ...line }: HistoryLine) {
  return { ...line, at: instant(at) };
}
