import type { EventData } from "../../generated/events.ts";
import type { Price } from "../event-type/event-type.ts";
import type { Attendee, Booking } from "./booking.ts";
import { searchTextOf } from "./search-text.ts";

/** A booking as one statement reads it, its people folded in. */
export interface BookingRow {
  id: string;
  organisation_id: string;
  event_type_id: string;
  series_id: string | null;
  recurrence_id: Date | null;
  status: Booking["status"];
  pending_reasons: Booking["pendingReasons"];
  expires_at: Date | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  client_created_at: Date;
  location: Booking["location"];
  answers: Booking["answers"];
  notes: string | null;
  metadata: Booking["metadata"];
  title: string;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  price_amount_minor: string | null;
  price_currency: string | null;
  cancellation_cutoff_minutes: number;
  reschedule_cutoff_minutes: number;
  reminders: Booking["reminders"];
  cancelled_at: Date | null;
  cancelled_by: "staff" | "attendee" | null;
  cancellation_reason: string | null;
  decline_reason: string | null;
  sequence: number;
  version: number;
  created_at: Date;
  updated_at: Date;
  host_ids: string[];
  resource_ids: string[];
  group_session_id: string | null;
  attendees: Attendee[];
}

/** What to select of `booking AS b`. */
export const BOOKING_COLUMNS = `b.*,
  (SELECT coalesce(json_agg(h.member_id ORDER BY h.position), '[]') FROM booking_host h WHERE h.booking_id = b.id) AS host_ids,
  (SELECT coalesce(json_agg(r.resource_id ORDER BY r.position), '[]') FROM booking_resource r WHERE r.booking_id = b.id) AS resource_ids,
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'role', a.role, 'name', a.name, 'email', a.email, 'phone', a.phone,
      'locale', a.locale, 'timeZone', a.time_zone) ORDER BY a.position), '[]')
    FROM attendee a WHERE a.booking_id = b.id) AS attendees`;

export function toBooking(row: BookingRow): Booking {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    eventTypeId: row.event_type_id,
    status: row.status,
    pendingReasons: row.pending_reasons,
    expiresAt: row.expires_at,
    hostIds: row.host_ids,
    resourceIds: row.resource_ids,
    groupSessionId: row.group_session_id,
    seriesId: row.series_id,
    recurrenceId: row.recurrence_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    clientCreatedAt: row.client_created_at,
    attendees: row.attendees,
    location: row.location,
    answers: row.answers,
    notes: row.notes,
    metadata: row.metadata,
    title: row.title,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    price: toPrice(row),
    cancellationCutoffMinutes: row.cancellation_cutoff_minutes,
    rescheduleCutoffMinutes: row.reschedule_cutoff_minutes,
    reminders: row.reminders,
    cancellation: toCancellation(row),
    declineReason: row.decline_reason,
    sequence: row.sequence,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toPrice(row: BookingRow): Price | null {
  return row.price_currency === null
    ? null
    : { amountMinor: Number(row.price_amount_minor), currency: row.price_currency };
}

function toCancellation(row: BookingRow): Booking["cancellation"] {
  if (!row.cancelled_at || !row.cancelled_by) return null;
  return { cancelledAt: row.cancelled_at, by: row.cancelled_by, reason: row.cancellation_reason };
}

/** The `p_booking` argument of the SQL functions: every column of the table. */
export function toBookingRow(booking: Booking): object {
  return {
    id: booking.id,
    organisation_id: booking.organisationId,
    event_type_id: booking.eventTypeId,
    series_id: booking.seriesId,
    recurrence_id: booking.recurrenceId,
    status: booking.status,
    pending_reasons: booking.pendingReasons,
    expires_at: booking.expiresAt,
    starts_at: booking.startsAt,
    ends_at: booking.endsAt,
    time_zone: booking.timeZone,
    client_created_at: booking.clientCreatedAt,
    location: booking.location,
    answers: booking.answers,
    notes: booking.notes,
    metadata: booking.metadata,
    title: booking.title,
    buffer_before_minutes: booking.bufferBeforeMinutes,
    buffer_after_minutes: booking.bufferAfterMinutes,
    price_amount_minor: booking.price?.amountMinor ?? null,
    price_currency: booking.price?.currency ?? null,
    cancellation_cutoff_minutes: booking.cancellationCutoffMinutes,
    reschedule_cutoff_minutes: booking.rescheduleCutoffMinutes,
    reminders: booking.reminders,
    cancelled_at: booking.cancellation?.cancelledAt ?? null,
    cancelled_by: booking.cancellation?.by ?? null,
    cancellation_reason: booking.cancellation?.reason ?? null,
    decline_reason: booking.declineReason,
    sequence: booking.sequence,
    version: booking.version,
    created_at: booking.createdAt,
    updated_at: booking.updatedAt,
    search_text: searchTextOf(booking),
  };
}

/** The `p_attendees` argument. */
export function toAttendeeRows(booking: Booking): object[] {
  return booking.attendees.map(({ timeZone, ...attendee }, position) => ({
    ...attendee,
    booking_id: booking.id,
    position,
    time_zone: timeZone,
  }));
}

/** What a booking's events say of it. */
export function toBookingPayload(booking: Booking): EventData["booking.created"] {
  const { id, eventTypeId, status, pendingReasons, expiresAt, hostIds, resourceIds, groupSessionId } = booking;
  const { seriesId, recurrenceId, startsAt, endsAt, timeZone, title, attendees, location, price, metadata } = booking;
  const { cancellation, declineReason, sequence, version, createdAt, updatedAt } = booking;
  const what = { id, eventTypeId, title, status, pendingReasons, expiresAt, seriesId, recurrenceId };
  const when = { startsAt, endsAt, timeZone };
  const who = { hostIds, resourceIds, groupSessionId, attendees: attendees.map(toAttendeePayload) };
  const end = { cancellation, declineReason };
  return {
    booking: { ...what, ...when, ...who, location, price, metadata, ...end, sequence, version, createdAt, updatedAt },
  };
}

/** What an event says of somebody who takes part. */
export function toAttendeePayload(attendee: Attendee): EventData["booking.attendee_cancelled"]["attendee"] {
  const { id, role, name, email, phone, locale, timeZone } = attendee;
  return { id, role, name, email, phone, locale, timeZone };
}
