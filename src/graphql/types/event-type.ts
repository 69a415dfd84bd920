import { eventTypeScope } from "../../domain/event-type/event-type.scope.ts";
import type { VISIBILITIES } from "../../domain/event-type/event-type.ts";
import type { QUESTION_TYPES } from "../../domain/event-type/question.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, value, type Shape, type Source } from "../reading/source.ts";
import { EventTypeLimit } from "./booking-limit.ts";
import { Booking } from "./booking.ts";
import { deletedFilter } from "./deleted-filter.ts";
import { creationOrders } from "./list-orders.ts";
import { GroupSession } from "./group-session.ts";
import { Hold } from "./hold.ts";
import { locationFields } from "./location.ts";
import { Member } from "./member.ts";
import { priceField } from "./money.ts";
import { Reminder } from "./reminder.ts";
import { Resource } from "./resource.ts";
import { Schedule } from "./schedule.ts";
import { WaitingListEntry } from "./waiting-list-entry.ts";

const Visibility = builder.enumType("Visibility", {
  description: "Who may find an event type.",
  values: {
    public: { description: "Listed for everybody." },
    unlisted: { description: "For those who know its identifier." },
    private: { description: "For members only." },
  } satisfies Record<(typeof VISIBILITIES)[number], object>,
});

const QuestionType = builder.enumType("QuestionType", {
  description: "What form an answer takes.",
  values: {
    text: { description: "A line." },
    long_text: { description: "Some lines." },
    choice: { description: "One of the options." },
    multiple_choice: { description: "Any of the options." },
    number: { description: "A number." },
    boolean: { description: "Yes or no." },
    phone: { description: "A number in E.164 form." },
    email: { description: "An address." },
  } satisfies Record<(typeof QUESTION_TYPES)[number], object>,
});

const EventTypeLocation: Shape = {
  name: "EventTypeLocation",
  description: "A place on offer.",
  reads: "properties",
  fields: () => locationFields("properties"),
};

const Question: Shape = {
  name: "Question",
  description: "Something the booker is asked.",
  reads: "properties",
  fields: () => ({
    key: value("String", "Under which the answer stands."),
    label: value("String", "The question."),
    type: value(QuestionType, "What form the answer takes."),
    required: value("Boolean", "Whether it must be answered."),
    options: list("String", "What there is to choose from, for the two choices.", { nullable: true }),
  }),
};

const BookingWindow: Shape = {
  name: "BookingWindow",
  description: "How far ahead can be booked. Dates are those of the event type's zone, inclusive.",
  reads: "columns",
  fields: () => ({
    type: value("String", "`rolling` or `range`.", { of: windowPart("type") }),
    days: value("Int", "Rolling: how many dates after today.", { nullable: true, of: windowPart("days") }),
    from: value("LocalDate", "Range: the first date.", { nullable: true, of: windowPart("from") }),
    to: value("LocalDate", "Range: the last date.", { nullable: true, of: windowPart("to") }),
  }),
};

function windowPart(name: string) {
  return (row: (column: string) => ReturnType<typeof sql.lit>) => sql`${row("booking_window")} -> ${sql.lit(name)}`;
}

const EventTypeHost: Source = {
  name: "EventTypeHost",
  description: "A member with whom an event type can be booked.",
  reads: "columns",
  table: "event_type_host",
  scope: () => [],
  via: { source: () => EventType, column: "event_type_id" },
  fields: () => ({
    memberId: value("ID", "The member."),
    fixed: value("Boolean", "Whether he takes part in every booking of a round robin."),
    weight: value("Int", "His share in a round robin."),
    priority: value("Int", "Who comes first in a round robin: the higher, the earlier."),
    bufferBeforeMinutes: value("Int", "His own buffer before; null for the event type's.", { nullable: true }),
    bufferAfterMinutes: value("Int", "His own buffer after; null for the event type's.", { nullable: true }),
    member: {
      kind: "one",
      description: "The member.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
    schedule: {
      kind: "one",
      nullable: true,
      description: "By which schedule he works here; null for his default, or where the viewer may not see it.",
      source: () => Schedule,
      local: column("schedule_id"),
      foreign: column("id"),
    },
  }),
};

const EventTypeResource: Source = {
  name: "EventTypeResource",
  description: "What each booking of an event type takes beside its hosts: one resource by name, or some of a kind.",
  reads: "columns",
  table: "event_type_resource",
  scope: () => [],
  via: { source: () => EventType, column: "event_type_id" },
  fields: () => ({
    resourceId: value("ID", "The one that is needed by name.", { nullable: true }),
    kind: value("String", "The kind of which any will do.", { nullable: true }),
    count: value("Int", "How many of them."),
    resource: {
      kind: "one",
      nullable: true,
      description: "The one that is needed by name.",
      source: () => Resource,
      local: column("resource_id"),
      foreign: column("id"),
    },
  }),
};

export const EventType: Source = {
  name: "EventType",
  description: "What can be booked, and on which terms.",
  reads: "columns",
  table: "event_type",
  idPrefix: "evt",
  scope: (ctx, rule) => conditionsOf(eventTypeScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    title: value("String", "What the booker sees."),
    slug: value("String", "Its name in links."),
    description: value("String", "What the booker reads about it.", { nullable: true }),
    assignment: value("String", "How hosts are chosen: `solo`, `round_robin` or `collective`."),
    hosts: {
      kind: "many",
      description: "With whom it can be booked, in order.",
      source: () => EventTypeHost,
      local: column("id"),
      foreign: column("event_type_id"),
      order: [column("position")],
      expected: 3,
    },
    resources: {
      kind: "many",
      description: "What each booking takes beside its hosts, in order.",
      source: () => EventTypeResource,
      local: column("id"),
      foreign: column("event_type_id"),
      order: [column("position")],
      expected: 2,
    },
    timeZone: value("String", "The IANA time zone in which the booking window counts dates."),
    durationsMinutes: list("Int", "How long it can be booked for; the first is the default."),
    slotIntervalMinutes: value("Int", "From one start to the next."),
    slotOffsetMinutes: value("Int", "From the start of working hours to the first start."),
    bufferBeforeMinutes: value("Int", "Kept free before."),
    bufferAfterMinutes: value("Int", "Kept free after."),
    minimumNoticeMinutes: value("Int", "How long before it must be booked."),
    bookingWindow: {
      kind: "object",
      nullable: true,
      shape: BookingWindow,
      present: (row) => sql`jsonb_typeof(${row("booking_window")}) = 'object'`,
      description: "How far ahead can be booked; null for no limit.",
    },
    requiresConfirmation: value("Boolean", "Whether a host must confirm."),
    visibility: value(Visibility, "Who may find it."),
    locations: { kind: "elements", shape: EventTypeLocation, description: "Where it may take place." },
    questions: { kind: "elements", shape: Question, description: "What the booker is asked." },
    price: priceField("What it costs; null where it is free."),
    cancellationCutoffMinutes: value("Int", "Until how long before an attendee may cancel."),
    rescheduleCutoffMinutes: value("Int", "Until how long before an attendee may move it."),
    limits: { kind: "elements", shape: EventTypeLimit, description: "How much of it may be booked." },
    seats: value("Int", "The places of a group event; null where a booking has its time for itself.", {
      nullable: true,
    }),
    waitingListOfferMinutes: value("Int", "How long a time that frees is held for whoever waits for it."),
    reminders: {
      kind: "elements",
      shape: Reminder,
      description: "Who books is reminded of bookings that are made from now on.",
    },
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    deletedAt: value("Instant", "When it was deleted; null while it can be booked.", { nullable: true }),
    bookings: {
      kind: "page",
      description: "Its bookings.",
      source: () => Booking,
      local: column("id"),
      foreign: column("event_type_id"),
      without: ["eventTypeId"],
    },
    holds: {
      kind: "page",
      description: "The times of it that are held, or were within a day.",
      source: () => Hold,
      local: column("id"),
      foreign: column("event_type_id"),
      without: ["eventTypeId"],
    },
    groupSessions: {
      kind: "page",
      description: "Of a group event: its times that somebody has places of, or had.",
      source: () => GroupSession,
      local: column("id"),
      foreign: column("event_type_id"),
      without: ["eventTypeId"],
    },
    waitingList: {
      kind: "page",
      description: "Who waits for a time of it, or has waited.",
      source: () => WaitingListEntry,
      local: column("id"),
      foreign: column("event_type_id"),
      without: ["eventTypeId"],
    },
  }),
  list: {
    filters: {
      slug: {
        type: "String",
        description: "Only the one with this slug.",
        holds: (row, _through, value) => sql`${row("slug")} = ${value}`,
      },
      deleted: deletedFilter,
    },
    orders: creationOrders("The event type made"),
  },
};

findRoot("eventType", EventType, "One event type that the viewer may see; null when there is none.", {
  isPublicRead: true,
});
listRoot("eventTypes", EventType, "The event types of the organisation; the public is shown the public ones.", {
  isPublicRead: true,
});
