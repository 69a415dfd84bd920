import type { SuppressionReason } from "../../contact-suppression/contact-suppression.ts";
import type { NotificationReason } from "../notification.ts";

/** What is written down of a message that its reader's address keeps from going. */
export const WITHHELD_FOR: Record<SuppressionReason, NotificationReason> = {
  bounce: "bounced",
  complaint: "complained",
  stop: "opted_out",
  unsubscribe: "unsubscribed",
};
