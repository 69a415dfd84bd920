import { DAY_MS } from "../shared/local-date.ts";

/** A link goes on for so long after its booking has ended. */
const AFTER_END_DAYS = 7;

/** When the link of a booking that ends then stops working. It moves with the booking. */
export function linkExpiry(endsAt: Date): Date {
  return new Date(endsAt.getTime() + AFTER_END_DAYS * DAY_MS);
}
