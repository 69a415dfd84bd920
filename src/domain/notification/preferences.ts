import type { NotificationKind } from "./notification.ts";

/** Which notifications somebody wants, by kind and channel, such as `booking.confirmed.push`. The names are for ever. */
export type NotificationPreferences = Readonly<Record<string, boolean>>;

type Wanted = "email" | "push";

/** What whoever says nothing does not want: the host has a calendar. */
const NOT_UNASKED: readonly NotificationKind[] = ["booking_reminder"];

/** How the two ways in which a booking comes into being were called before they were told apart. */
const WHEN_CREATED: readonly NotificationKind[] = ["booking_pending", "booking_confirmed"];

/** Whether a host wants to be told by this channel. */
export function wants(preferences: NotificationPreferences, kind: NotificationKind, channel: Wanted): boolean {
  const said = preferences[`${kind.replace("_", ".")}.${channel}`];
  const saidBefore = WHEN_CREATED.includes(kind) ? preferences[`booking.created.${channel}`] : undefined;
  return said ?? saidBefore ?? !NOT_UNASKED.includes(kind);
}
