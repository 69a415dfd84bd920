import type { BOOKING_STATUSES } from "../../domain/booking/booking.ts";
import { bookingScope } from "../../domain/booking/booking.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import {
  column,
  conditionsOf,
  list,
  throughColumn,
  value,
  type Condition,
  type Shape,
  type Source,
  type Through,
} from "../reading/source.ts";
import { Attendee } from "./attendee.ts";
import { auditReason } from "./audit-entry.ts";

import { EventType } from "./event-type.ts";
import { GroupSession } from "./group-session.ts";
import { locationFields } from "./location.ts";
import { Member } from "./member.ts";
import { priceField } from "./money.ts";
import { Notification } from "./notification.ts";
import { Resource } from "./resource.ts";
import { SEARCH_RULES, searchFilter } from "./search-filter.ts";
import { Series } from "./series.ts";

export const BookingStatus = builder.enumType("BookingStatus", {
  description: "Where a booking is in its life.",
  values: {
    pending: { description: "Waits for something; `pendingReasons` says what." },
    confirmed: { description: "Takes place." },
    declined: { description: "A host said no, or nobody said yes in time." },
    cancelled: { description: "Called off." },
    completed: { description: "Took place." },
    no_show: { description: "The attendee did not come." },
  } satisfies Record<(typeof BOOKING_STATUSES)[number], object>,
});

/** A host's agenda, which has the start of each booking so that one index serves it. */
const AGENDA: Through = { table: "booking_host", own: "booking_id", target: "id" };

/** Where the start is read: from the agenda where the list is a host's. */
const startsAt = throughColumn("starts_at");

export const BookingLocation: Shape = {
  name: "BookingLocation",
  description: "Where a booking takes place.",
  reads: "columns",
  fields: () => locationFields("columns"),
};

const Cancellation: Shape = {
  name: "Cancellation",
  description: "How a booking was called off.",
  reads: "columns",
  fields: () => ({
    cancelledAt: value("Instant", "When."),
    by: value("String", "`staff` or `attendee`.", { of: column("cancelled_by") }),
    reason: value("String", "What was said.", { nullable: true, of: column("cancellation_reason") }),
  }),
};

const HistoryLine: Source = {
  name: "HistoryLine",
  description: "A step of a booking's life.",
  reads: "columns",
  table: "audit_entry",
  scope: () => [],
  via: { source: () => Booking, column: "object_id" },
  fields: () => ({
    action: value("String", "`booking.created` and so on."),
    at: value("Instant", "When."),
    actorId: value("ID", "The member, or the credential where no member stands behind it.", {
      of: (row) => sql`coalesce(${row("member_id")}, ${row("actor_id")})`,
    }),
    reason: value("String", "What was said about it.", { nullable: true, of: auditReason }),
    changes: value("JSON", "Old and new values of what is not personal.", { nullable: true }),
  }),
};

/** Looked up a row: as EXISTS it may be joined, for which a member's whole agenda is read (6,000 rows for a page of 50). */
function hostedBy(memberId: string): Condition {
  return {
    value: memberId,
    holds: (row, value) =>
      sql`(SELECT true FROM booking_host WHERE booking_id = ${row("id")} AND member_id = ${value})`,
  };
}

export const Booking: Source = {
  name: "Booking",
  description: "A time that is taken, and by whom.",
  reads: "columns",
  table: "booking",
  idPrefix: "bkg",
  scope(ctx, rule) {
    const { organisationId, hostId } = bookingScope(ctx, rule);
    return [...conditionsOf({ organisationId }), ...(hostId === null ? [] : [hostedBy(hostId)])];
  },
  fields: () => ({
    id: value("ID", "Its identifier."),
    status: value(BookingStatus, "Where it is in its life."),
    pendingReasons: list("String", "What it waits for: `confirmation`, `payment`, `email_verification`."),
    expiresAt: value("Instant", "Until when a pending booking may be confirmed.", { nullable: true }),
    eventTypeId: value("ID", "What was booked."),
    title: value("String", "The event type's title when it was booked."),
    hostIds: list("ID", "The members who host it, in order.", {
      of: (row) =>
        sql`ARRAY(SELECT h.member_id FROM booking_host h WHERE h.booking_id = ${row("id")} ORDER BY h.position)`,
    }),
    resourceIds: list("ID", "The resources that it takes, in order.", {
      of: (row) =>
        sql`ARRAY(SELECT r.resource_id FROM booking_resource r WHERE r.booking_id = ${row("id")} ORDER BY r.position)`,
    }),
    groupSessionId: value("ID", "Of a group event: what the bookings that share its time have in common.", {
      nullable: true,
    }),
    seriesId: value("ID", "The series that it is an occurrence of.", { nullable: true }),
    recurrenceId: value("Instant", "When it was to start by the rule of its series, which names it there for ever.", {
      nullable: true,
    }),
    startsAt: value("Instant", "Its first moment, without the buffer."),
    endsAt: value("Instant", "The first moment after it."),
    durationMinutes: value("Int", "How long it lasts.", {
      of: (row) => sql`(extract(epoch FROM ${row("ends_at")} - ${row("starts_at")}) / 60)::int`,
    }),
    timeZone: value("String", "The booker's IANA time zone."),
    clientCreatedAt: value("Instant", "When the booker's device made the request, by its own clock."),
    location: {
      kind: "object",
      nullable: true,
      shape: BookingLocation,
      present: (row) => sql`jsonb_typeof(${row("location")}) = 'object'`,
      description: "Where it takes place.",
    },
    answers: value("JSON", "What the booker answered, by the questions' keys."),
    notes: value("String", "What members noted.", { nullable: true }),
    metadata: value("JSON", "What the client put there: strings by key."),
    price: priceField("What it cost when it was booked; null where it was free."),
    bufferBeforeMinutes: value("Int", "Kept free before it."),
    bufferAfterMinutes: value("Int", "Kept free after it."),
    cancellationCutoffMinutes: value("Int", "Until how long before an attendee may cancel."),
    rescheduleCutoffMinutes: value("Int", "Until how long before an attendee may move it."),
    cancellation: {
      kind: "object",
      nullable: true,
      shape: Cancellation,
      present: (row) => sql`${row("cancelled_at")} IS NOT NULL`,
      description: "How it was called off; null where it was not.",
    },
    declineReason: value("String", "Why it was declined.", { nullable: true }),
    sequence: value("Int", "The iCalendar SEQUENCE: rises when the time changes or it is cancelled."),
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What was booked, as it is now, also when it was deleted since.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    groupSession: {
      kind: "one",
      nullable: true,
      description: "The group session that it has places of, or had.",
      source: () => GroupSession,
      local: column("group_session_id"),
      foreign: column("id"),
    },
    series: {
      kind: "one",
      nullable: true,
      description: "The series that it is an occurrence of.",
      source: () => Series,
      local: column("series_id"),
      foreign: column("id"),
    },
    hosts: {
      kind: "many",
      description: "The members who host it, in order.",
      source: () => Member,
      local: column("id"),
      through: { table: "booking_host", own: "member_id", target: "id" },
      foreign: throughColumn("booking_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
    resources: {
      kind: "many",
      description: "The resources that it takes, in order.",
      source: () => Resource,
      local: column("id"),
      through: { table: "booking_resource", own: "resource_id", target: "id" },
      foreign: throughColumn("booking_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
    attendees: {
      kind: "many",
      description: "Who takes part, the booker first.",
      source: () => Attendee,
      local: column("id"),
      foreign: column("booking_id"),
      order: [column("position")],
      expected: 3,
    },
    notifications: {
      kind: "page",
      description: "Who was told of it, by which channel, and what became of each message.",
      source: () => Notification,
      local: column("id"),
      foreign: column("booking_id"),
    },
    history: {
      kind: "many",
      description: "What was done with it, by whom, oldest first.",
      source: () => HistoryLine,
      local: column("id"),
      foreign: column("object_id"),
      order: [column("at"), column("id")],
    },
  }),
  list: {
    filters: {
      status: {
        type: BookingStatus,
        isList: true,
        description: "Only bookings in one of these states.",
        holds: (row, _through, value) => sql`${row("status")} = ANY(${value})`,
        holdsForOne: (row, value) => sql`${row("status")} = (${value}::text[])[1]`,
      },
      from: {
        type: "Instant",
        description: "from <= startsAt.",
        holds: (_row, through, value) => sql`${through("starts_at")} >= ${value}`,
      },
      to: {
        type: "Instant",
        description: "startsAt < to.",
        holds: (_row, through, value) => sql`${through("starts_at")} < ${value}`,
      },
      eventTypeId: {
        type: "ID",
        description: "Only bookings of this event type.",
        holds: (row, _through, value) => sql`${row("event_type_id")} = ${value}`,
      },
      groupSessionId: {
        type: "ID",
        description: "Only bookings of this group session.",
        holds: (row, _through, value) => sql`${row("group_session_id")} = ${value}`,
      },
      seriesId: {
        type: "ID",
        description: "Only bookings of this series.",
        holds: (row, _through, value) => sql`${row("series_id")} = ${value}`,
      },
      hostId: {
        type: "ID",
        description: "Only bookings that this member hosts.",
        // A plain member's list is his own agenda: read off its index.
        fallback: (ctx) => bookingScope(ctx, "read bookings").hostId ?? undefined,
        through: AGENDA,
        holds: (_row, through, value) => sql`${through("member_id")} = ${value}`,
      },
      search: {
        ...searchFilter,
        description: `Only bookings with this text in their title, or in the name, e-mail address or telephone number of somebody who takes part. ${SEARCH_RULES}`,
        holds: (row, _through, value) => sql`${row("search_text")} LIKE ${value}`,
      },
    },
    orders: {
      starts_at_asc: { by: startsAt, descending: false, description: "The earliest comes first." },
      starts_at_desc: { by: startsAt, descending: true, description: "The latest comes first." },
    },
  },
};

findRoot("booking", Booking, "One booking that the viewer may see; null when there is none.");
listRoot("bookings", Booking, "The bookings that the viewer may see, by their start: a plain member sees his own.");
