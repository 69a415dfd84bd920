import type { EventType } from "../event-type/event-type.ts";
import { findEmailVerification } from "../identity/find-email-verification.ts";
import type { QueuedMail } from "../mail/outgoing-mail.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { toBookingPayload } from "./booking-rows.ts";
import type { Booking, PendingReason } from "./booking.ts";
import { transition, type BookingChange } from "./change-booking.ts";

/** Somebody who does not read his mail takes the time from others for no longer than that. */
const VERIFIED_WITHIN_MS = 30 * MINUTE_MS;

/** Until when a booking may wait for all that it waits for; null for one that waits for nothing. */
export function pendingUntil({
  pendingReasons,
  createdAt,
  startsAt,
}: Pick<Booking, "pendingReasons" | "createdAt" | "startsAt">): Date | null {
  if (pendingReasons.length === 0) return null;
  if (!pendingReasons.includes("email_verification")) return startsAt;
  return new Date(Math.min(createdAt.getTime() + VERIFIED_WITHIN_MS, startsAt.getTime()));
}

/** What a new booking waits for. Whom a stranger has named proves his address, where the organisation asks for that. */
export async function reasonsToWait(
  ctx: DomainContext,
  { requiresConfirmation }: Pick<EventType, "requiresConfirmation">,
): Promise<PendingReason[]> {
  const isByPublic = ctx.actor.kind === "publishable_key";
  return [
    ...(requiresConfirmation ? (["confirmation"] as const) : []),
    ...(isByPublic && (await findEmailVerification(ctx)) ? (["email_verification"] as const) : []),
  ];
}

/** The booking as it waits for all of these; confirmed, where there are none. */
export function asPending(booking: Booking, pendingReasons: PendingReason[]): Booking {
  const pending = { ...booking, pendingReasons };
  return { ...pending, status: pendingReasons.length > 0 ? "pending" : "confirmed", expiresAt: pendingUntil(pending) };
}

/** The mail that asks the booker for a proof of his address, where the booking waits for one. */
export function verificationMail({ id, pendingReasons, attendees }: Booking): QueuedMail | undefined {
  if (!pendingReasons.includes("email_verification")) return undefined;
  return { kind: "booking_email_verification", address: attendees[0]!.email, subjectId: id };
}

/** What it may be given so far. */
type Given = Exclude<PendingReason, "payment">;

/** How it is told of a booking that has got one thing that it waits for, and waits for another. */
const STILL_PENDING = {
  confirmation: "booking.confirmation_given",
  email_verification: "booking.email_verified",
} as const satisfies Record<Given, string>;

/** Gives a booking one thing that it waits for; with the last one it is confirmed. */
export function withoutReason(
  ctx: DomainContext,
  booking: Booking,
  given: Given,
  reason?: string | null,
): BookingChange {
  const pendingReasons = booking.pendingReasons.filter((each) => each !== given);
  if (pendingReasons.length === 0) return transition(ctx, booking, "confirm", {}, reason);

  const expiresAt = pendingUntil({ ...booking, pendingReasons });
  const version = booking.version + 1;
  const changed = { ...booking, pendingReasons, expiresAt, version, updatedAt: ctx.clock.now() };
  return {
    booking: changed,
    releases: false,
    record: {
      type: STILL_PENDING[given],
      objectId: booking.id,
      payload: toBookingPayload(changed),
      changes: { pendingReasons: [booking.pendingReasons, pendingReasons], version: [booking.version, version] },
      reason,
    },
  };
}
