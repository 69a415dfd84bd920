import { bookOffered } from "../booking/create-booking.ts";
import type { Booking } from "../booking/booking.ts";
import { getBooking } from "../booking/get-booking.ts";
import type { Location } from "../event-type/location.ts";
import type { Answers } from "../event-type/question.ts";
import { toHouse } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { keepAnswer } from "../shared/idempotency.ts";
import { readEntry } from "./get-waiting-list-entry.ts";
import type { WaitingListEntry } from "./waiting-list-entry.ts";

export interface AcceptOfferInput {
  entryId: string;
  /** In place of what was said when joining. */
  answers?: Answers;
  location?: Location;
}

/**
 * Books the time that is offered. One of any number who accept books it, and all are answered the same booking.
 * @throws not_found, forbidden, no_offer, validation_failed (other questions are asked by now), slot_unavailable (a limit of the booker's)
 */
export async function acceptOffer(ctx: DomainContext, input: AcceptOfferInput): Promise<Booking> {
  const entry = await readEntry(ctx, ctx.db.prisma, input.entryId, "answer an offer");
  if (entry.status !== "offered") return answerBooked(ctx, entry);
  try {
    return await bookFor(ctx, entry, input);
  } catch (error) {
    if (!(error instanceof DomainError) || !LOST.has(error.code)) throw error;
    const now = await readEntry(ctx, ctx.db.prisma, input.entryId, "answer an offer");
    if (now.status === "offered" && error.code !== "hold_over") throw error;
    return answerBooked(ctx, now);
  }
}

/** How somebody is refused whose hold was converted by his own twin, or has expired. */
const LOST = new Set(["hold_over", "slot_unavailable"]);

function bookFor(ctx: DomainContext, entry: WaitingListEntry, { answers, location }: AcceptOfferInput) {
  const { eventTypeId, timeZone, durationMinutes, name, email, phone, locale } = entry;
  return bookOffered(ctx, {
    eventTypeId,
    timeZone,
    durationMinutes,
    startsAt: entry.offeredStartsAt!,
    holdId: entry.holdId!,
    attendee: { name, email, phone, locale },
    clientCreatedAt: ctx.clock.now(),
    answers: answers ?? entry.answers,
    location: location ?? entry.location,
  });
}

/** The booking that he has got already. @throws no_offer where there is none */
async function answerBooked(ctx: DomainContext, { status, bookingId, organisationId }: WaitingListEntry) {
  if (bookingId === null) throw noOffer(status);
  const asHouse = { ...ctx, actor: toHouse(organisationId) };
  const booking = await getBooking(asHouse, bookingId, "change bookings");
  if (ctx.once) await keepAnswer(ctx, ctx.once.toAnswer(booking));
  return booking;
}

function noOffer(status: WaitingListEntry["status"]): DomainError {
  const why = status === "offered" ? "the offer is over" : `the entry is ${status}`;
  return new DomainError("no_offer", { detail: `No time is offered: ${why}.` });
}
