export const NOTIFICATION_KINDS = [
  "booking_pending",
  "booking_confirmed",
  "booking_declined",
  "booking_cancelled",
  "booking_rescheduled",
  "booking_reminder",
  "waiting_list_joined",
  "waiting_list_offered",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What a booking does not need: who unsubscribes hears no more of it. */
export function isOptional(kind: NotificationKind): boolean {
  return kind === "booking_reminder" || kind === "waiting_list_joined" || kind === "waiting_list_offered";
}

export const CHANNELS = ["email", "sms", "push"] as const;
export type Channel = (typeof CHANNELS)[number];

/** `attendee`: who booked, or waits; `guest`: whom he brings; `host`: a member who serves the booking. */
export const RECIPIENT_TYPES = ["attendee", "guest", "host"] as const;
export type RecipientType = (typeof RECIPIENT_TYPES)[number];

export const NOTIFICATION_STATUSES = [
  "planned",
  "sending",
  "sent",
  "delivered",
  "failed",
  "suppressed",
  "dropped",
] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

/**
 * Why a message did not go out or did not arrive, and what is to be read in it:
 *
 * - `suppressed`, since it must not go: `opted_out unsubscribed bounced complained no_address no_device disabled
 *   test_organisation throttled unproven` (nobody has proven that the address is his)
 * - `dropped`, since there is nothing to say any more: `superseded` (by what happened to the booking since), `too_late` (the
 *   booking is over), `digested` (told in one message with others)
 * - `failed`: `refused` (by the provider, for good), `gone`, `too_large`, `bounced`, `complained`, `gave_up` (tried for the last time)
 */
export const NOTIFICATION_REASONS = [
  "bounced",
  "complained",
  "digested",
  "disabled",
  "gave_up",
  "gone",
  "no_address",
  "no_device",
  "opted_out",
  "refused",
  "superseded",
  "test_organisation",
  "throttled",
  "too_large",
  "too_late",
  "unproven",
  "unsubscribed",
] as const;
export type NotificationReason = (typeof NOTIFICATION_REASONS)[number];
