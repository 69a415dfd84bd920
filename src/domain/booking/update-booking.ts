import { isDeepStrictEqual } from "node:util";
import { chooseLocation, type Location } from "../event-type/location.ts";
import { answerErrors, type Answers } from "../event-type/question.ts";
import { WITH_NEEDED } from "../event-type/event-type-rows.ts";
import { toEventType } from "../event-type/event-type.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { toBookingPayload } from "./booking-rows.ts";
import type { Booking } from "./booking.ts";
import { changeBooking, type BookingCommandInput } from "./change-booking.ts";
import { getBooking } from "./get-booking.ts";

/** What is not time. A field that is left out stays; one that is given takes the place of the old value, whole. */
export interface UpdateBookingInput extends BookingCommandInput {
  notes?: string | null;
  location?: Location | null;
  answers?: Answers;
  metadata?: Record<string, string>;
}

/** Edits a booking in any state; its time is `rescheduleBooking`'s. @throws not_found, validation_failed, stale_version */
export async function updateBooking(ctx: DomainContext, input: UpdateBookingInput): Promise<Booking> {
  const checked = await checkedChanges(ctx, input);
  return changeBooking(ctx, input, (booking) => {
    const edited = { ...booking, ...checked };
    const fields = (Object.keys(checked) as (keyof typeof checked)[]).filter(
      (field) => !isDeepStrictEqual(edited[field], booking[field]),
    );
    if (fields.length === 0) return null;

    const changed = { ...edited, version: booking.version + 1, updatedAt: ctx.clock.now() };
    return {
      booking: changed,
      releases: false,
      record: {
        type: "booking.updated",
        objectId: booking.id,
        payload: toBookingPayload(changed),
        // The values may be personal: the audit line names the fields alone.
        changes: { fields: [[], fields], version: [booking.version, changed.version] },
      },
    };
  });
}

type Changes = Partial<Pick<Booking, "notes" | "location" | "answers" | "metadata">>;

/** The given fields, checked against the event type as it is now, which may be deleted. */
async function checkedChanges(ctx: DomainContext, input: UpdateBookingInput): Promise<Changes> {
  const { notes, location, answers, metadata } = input;
  const changes: Changes = {
    ...(notes === undefined ? {} : { notes }),
    ...(metadata === undefined ? {} : { metadata }),
  };
  if (location === undefined && answers === undefined) return changes;

  const { eventTypeId } = await getBooking(ctx, input.bookingId, "change bookings");
  const eventType = toEventType(
    await ctx.db.prisma.eventType.findUniqueOrThrow({ where: { id: eventTypeId }, include: WITH_NEEDED }),
  );
  const place = location ? chooseLocation(eventType.locations, location) : { location: null, errors: [] };
  assertValid([...place.errors, ...(answers ? answerErrors(eventType.questions, answers) : [])]);
  return {
    ...changes,
    ...(location === undefined ? {} : { location: place.location }),
    ...(answers === undefined ? {} : { answers }),
  };
}
