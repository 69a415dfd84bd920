import { recordCommand } from "../audit/record-command.ts";
import { getBooking } from "../booking/get-booking.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import type { Sealer } from "../shared/sealer.ts";
import { linkExpiry } from "./guest-link.ts";
import { signGuestToken } from "./guest-token.ts";

export type GuestLinkContext = DomainContext & {
  sealer: Sealer;
  /** The link begins with it. */
  appUrl: string;
};

/** Whoever has it manages the booking as its attendee. */
export interface GuestLink {
  attendeeId: string;
  url: string;
  token: string;
  expiresAt: Date;
}

/** The link by which the booker manages his booking. It is the same one until the links are revoked. @throws not_found, forbidden */
export async function createGuestLink(ctx: GuestLinkContext, bookingId: string): Promise<GuestLink> {
  const booking = await getBooking(ctx, bookingId, "change bookings");
  return inOneTransaction(ctx, async (tx) => {
    const booker = await tx.attendee.findFirst({ where: { bookingId, role: "booker" } });
    if (!booker) throw notFound("attendee of this booking");
    const token = signGuestToken(ctx.sealer, { guestId: booker.id, revision: booker.linkRevision ?? 0 });
    const payload = { booking: { id: bookingId }, attendeeId: booker.id };
    await recordCommand(ctx, tx, { type: "booking.guest_link_created", objectId: bookingId, payload });
    const url = `${ctx.appUrl}/bookings/manage#${token}`;
    return { attendeeId: booker.id, url, token, expiresAt: linkExpiry(booking.endsAt) };
  });
}
