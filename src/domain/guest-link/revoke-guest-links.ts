import { forgetAttendee } from "../access/authenticate-guest.ts";
import { recordCommand } from "../audit/record-command.ts";
import { getBooking } from "../booking/get-booking.ts";
import type { DomainContext } from "../shared/context.ts";
import { inOneTransaction } from "../shared/idempotency.ts";

/** Ends every link of a booking that was given out: at once for this process, within seconds for the others. @throws not_found, forbidden */
export async function revokeGuestLinks(ctx: DomainContext, bookingId: string): Promise<void> {
  await getBooking(ctx, bookingId, "change bookings");
  const attendees = await inOneTransaction(ctx, async (tx) => {
    const revoked = await tx.$queryRaw<{ id: string }[]>`
      UPDATE attendee SET link_revision = coalesce(link_revision, 0) + 1
      WHERE booking_id = ${bookingId} AND role = 'booker' RETURNING id`;
    const payload = { booking: { id: bookingId }, attendeeIds: revoked.map(({ id }) => id) };
    await recordCommand(ctx, tx, { type: "booking.guest_links_revoked", objectId: bookingId, payload });
    return revoked;
  });
  for (const { id } of attendees) forgetAttendee(ctx.db, id);
}
