import type { NotificationKind } from "../../notification.ts";

/**
 * What is written, in one language. `{{name}}` stands for what `placeholders.ts` knows; a paragraph ends with an empty line, and
 * one of whose placeholders none has anything to say is left out.
 */
export interface MailTemplate {
  subject: string;
  body: string;
}

/** What hosts are told; all else they are told as attendees are. */
export type HostKind = Extract<
  NotificationKind,
  "booking_pending" | "booking_confirmed" | "booking_cancelled" | "booking_rescheduled" | "booking_reminder"
>;

/** One language. */
export interface Wording {
  /** What stands before each line of the details. */
  labels: { what: string; when: string; where: string; with: string; reason: string };
  /** What is read on the link. */
  manage: string;
  look: string;
  attendee: Record<NotificationKind, MailTemplate>;
  host: Record<HostKind, MailTemplate>;
}
