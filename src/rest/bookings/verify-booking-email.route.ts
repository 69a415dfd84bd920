import { verifyBookingEmail } from "../../domain/booking/verify-booking-email.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toBookingResource } from "./booking.resource.ts";

export const verifyBookingEmailRoute: Operation<"verifyBookingEmail"> = async (ctx, { params, body }) => {
  const booking = await verifyBookingEmail(ctx, { bookingId: params.bookingId, token: body.token });
  return ok(toBookingResource(booking), { version: booking.version });
};
