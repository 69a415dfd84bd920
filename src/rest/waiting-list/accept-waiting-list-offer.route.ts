import type { Booking } from "../../domain/booking/booking.ts";
import { acceptOffer } from "../../domain/waiting-list/accept-offer.ts";
import { created } from "../answer.ts";
import { toBookingResource } from "../bookings/booking.resource.ts";
import type { Command } from "../operation.ts";

export const acceptWaitingListOfferRoute: Command<"acceptWaitingListOffer", Booking> = {
  run: (ctx, { params, body }) => acceptOffer(ctx, { entryId: params.waitingListEntryId, ...body }),
  answer: (booking) => created(`/v1/bookings/${booking.id}`, toBookingResource(booking), { version: booking.version }),
};
