import { chooseLocation, type Location } from "../event-type/location.ts";
import type { EventType } from "../event-type/event-type.ts";
import { answerErrors, type Answers } from "../event-type/question.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import type { Attendee, Booking } from "./booking.ts";
import { partyErrors } from "./seats.ts";
import type { WantedSlot } from "./slot-surroundings.ts";

/** What is told of a booking beside its time. */
export interface NewBookingInput {
  /** The booker's zone. */
  timeZone: string;
  attendee: { name: string; email: string; phone?: string | null; locale?: string | null };
  /** When the booker's device made the request; it may have been offline since. */
  clientCreatedAt: Date;
  answers?: Answers;
  guests?: { email: string; name?: string | null; locale?: string | null }[];
  location?: Location | null;
  notes?: string | null;
  metadata?: Record<string, string>;
}

/** Looks at all of it, and says where the booking takes place. @throws validation_failed */
export function chooseWhatIsNew({ locations, questions, seats }: EventType, input: NewBookingInput): Location | null {
  const { location, errors } = chooseLocation(locations, input.location);
  assertValid([
    ...inputErrors(input),
    ...partyErrors(seats, input.guests?.length ?? 0),
    ...errors,
    ...answerErrors(questions, input.answers ?? {}),
  ]);
  return location;
}

function inputErrors({ timeZone, attendee, guests = [] }: NewBookingInput): FieldError[] {
  const errors: FieldError[] = [];
  if (!isTimeZone(timeZone)) errors.push({ pointer: "/timeZone", message: "must be an IANA time zone identifier" });
  const seen = new Set([attendee.email.toLowerCase()]);
  for (const [index, guest] of guests.entries()) {
    const email = guest.email.toLowerCase();
    if (seen.has(email)) errors.push({ pointer: `/guests/${index}/email`, message: "takes part already" });
    seen.add(email);
  }
  return errors;
}

/** Who and what a new booking takes, and what it is a part of. */
type Serving = Pick<Booking, "hostIds" | "resourceIds"> &
  Partial<Pick<Booking, "groupSessionId" | "seriesId" | "recurrenceId">>;

export function toNewBooking(
  ctx: DomainContext,
  { offering: { eventType }, startsAt, durationMinutes }: Pick<WantedSlot, "offering" | "startsAt" | "durationMinutes">,
  input: NewBookingInput & { location: Location | null },
  serving: Serving,
): Booking {
  const now = ctx.clock.now();
  return {
    id: ctx.ids("booking"),
    organisationId: eventType.organisationId,
    eventTypeId: eventType.id,
    status: "confirmed",
    pendingReasons: [],
    expiresAt: null,
    groupSessionId: null,
    seriesId: null,
    recurrenceId: null,
    ...serving,
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + durationMinutes * MINUTE_MS),
    timeZone: input.timeZone,
    clientCreatedAt: input.clientCreatedAt,
    attendees: toAttendees(ctx, input),
    location: input.location,
    answers: input.answers ?? {},
    notes: input.notes ?? null,
    metadata: input.metadata ?? {},
    title: eventType.title,
    bufferBeforeMinutes: eventType.bufferBeforeMinutes,
    bufferAfterMinutes: eventType.bufferAfterMinutes,
    price: eventType.price,
    cancellationCutoffMinutes: eventType.cancellationCutoffMinutes,
    rescheduleCutoffMinutes: eventType.rescheduleCutoffMinutes,
    reminders: eventType.reminders,
    cancellation: null,
    declineReason: null,
    sequence: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

function toAttendees(ctx: DomainContext, { attendee, guests = [], timeZone }: NewBookingInput): Attendee[] {
  return [
    {
      id: ctx.ids("attendee"),
      role: "booker",
      name: attendee.name,
      email: attendee.email.toLowerCase(),
      phone: attendee.phone ?? null,
      locale: attendee.locale ?? null,
      timeZone,
    },
    ...guests.map((guest) => ({
      id: ctx.ids("attendee"),
      role: "guest" as const,
      name: guest.name ?? null,
      email: guest.email.toLowerCase(),
      phone: null,
      locale: guest.locale ?? null,
      timeZone: null,
    })),
  ];
}
