import type { Booking } from "../booking/booking.ts";
import type { NotificationKind } from "./notification.ts";

/**
 * Why what was to be told is true no longer; null while it is. A later message says what has become of the booking, or there
 * is nobody to say it to.
 */
export function reasonToDrop(
  kind: NotificationKind,
  { booking, takesPart, row }: { booking: Booking; takesPart: boolean; row: { startsAt: Date | null } },
  now: Date,
): "superseded" | "too_late" | null {
  if (kind === "booking_cancelled") return booking.status === "cancelled" || !takesPart ? null : "superseded";
  const { is, until } = TRUE_OF[kind] ?? { is: [] };
  if (!takesPart || !is.includes(booking.status)) return isOver(booking) ? "too_late" : "superseded";
  // A reminder of a time that was given up: the one of the new time has a row of its own.
  if (row.startsAt !== null && row.startsAt.getTime() !== booking.startsAt.getTime()) return "superseded";
  return until !== undefined && booking[until] <= now ? "too_late" : null;
}

type Truth = { is: readonly Booking["status"][]; until?: "startsAt" | "endsAt" };

/** In which states of the booking a message is true, and until when anybody wants it. */
const TRUE_OF: Partial<Record<NotificationKind, Truth>> = {
  booking_pending: { is: ["pending"], until: "startsAt" },
  booking_confirmed: { is: ["confirmed"], until: "endsAt" },
  booking_declined: { is: ["declined"] },
  booking_rescheduled: { is: ["pending", "confirmed"], until: "endsAt" },
  booking_reminder: { is: ["confirmed"], until: "startsAt" },
};

function isOver({ status }: Booking): boolean {
  return status === "completed" || status === "no_show";
}
