import { BOOKING_STATUSES, type Attendee, type Booking } from "../../domain/booking/booking.ts";
import { getBooking } from "../../domain/booking/get-booking.ts";
import { assertScope } from "../../domain/shared/actor.ts";
import { DomainError } from "../../domain/shared/errors.ts";
import { builder } from "../builder.ts";

const BookingStatusType = builder.enumType("BookingStatus", {
  description: "Where a booking is in its life.",
  values: BOOKING_STATUSES,
});

const AttendeeType = builder.objectRef<Attendee>("Attendee").implement({
  description: "A person who takes part in a booking.",
  fields: (t) => ({
    id: t.exposeID("id"),
    role: t.exposeString("role", { description: "`booker` or `guest`." }),
    name: t.exposeString("name", { nullable: true }),
    email: t.exposeString("email"),
    phone: t.exposeString("phone", { nullable: true }),
    locale: t.exposeString("locale", { nullable: true }),
    timeZone: t.exposeString("timeZone", { nullable: true }),
  }),
});

const BookingType = builder.objectRef<Booking>("Booking").implement({
  description: "A time that is taken, and by whom.",
  fields: (t) => ({
    id: t.exposeID("id"),
    status: t.field({ type: BookingStatusType, resolve: ({ status }) => status }),
    pendingReasons: t.exposeStringList("pendingReasons", { description: "What a pending booking waits for." }),
    expiresAt: t.expose("expiresAt", { type: "Instant", nullable: true }),
    eventTypeId: t.exposeID("eventTypeId"),
    title: t.exposeString("title"),
    hostIds: t.exposeIDList("hostIds"),
    startsAt: t.expose("startsAt", { type: "Instant" }),
    endsAt: t.expose("endsAt", { type: "Instant" }),
    timeZone: t.exposeString("timeZone", { description: "The booker's IANA time zone." }),
    clientCreatedAt: t.expose("clientCreatedAt", { type: "Instant" }),
    attendees: t.field({ type: [AttendeeType], resolve: ({ attendees }) => attendees }),
    answers: t.field({ type: "JSON", resolve: ({ answers }) => answers }),
    notes: t.exposeString("notes", { nullable: true }),
    metadata: t.field({ type: "JSON", resolve: ({ metadata }) => metadata }),
    declineReason: t.exposeString("declineReason", { nullable: true }),
    sequence: t.exposeInt("sequence"),
    version: t.exposeInt("version"),
    createdAt: t.expose("createdAt", { type: "Instant" }),
    updatedAt: t.expose("updatedAt", { type: "Instant" }),
  }),
});

builder.queryField("booking", (t) =>
  t.field({
    type: BookingType,
    nullable: true,
    description: "One booking that the viewer may see; null when there is none.",
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { domain }) => {
      assertScope(domain.actor, "bookings:read");
      try {
        return await getBooking(domain, id);
      } catch (error) {
        if (error instanceof DomainError && error.code === "not_found") return null;
        throw error;
      }
    },
  }),
);
