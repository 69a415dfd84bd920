import type { EventData } from "../../generated/events.ts";
import type { Organisation as OrganisationRow } from "../../generated/prisma/client.ts";
import type { NotificationKind } from "../notification/notification.ts";

export interface Organisation {
  id: string;
  name: string;
  /** A test organisation never takes live time. */
  mode: "live" | "test";
  /** Whether whoever books by a publishable key proves his e-mail address first. */
  bookingEmailVerification: boolean;
  /** In which language its messages are written where the reader's own is not known or not written. */
  locale: string;
  /** In whose name they go out; null: in its own. */
  notificationSender: NotificationSender | null;
  /** The kinds of messages that nobody is sent. */
  disabledNotifications: NotificationKind[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface NotificationSender {
  name: string;
  /** Who gets the answers. */
  replyTo?: string;
}

export function toOrganisation(row: OrganisationRow): Organisation {
  const { id, name, bookingEmailVerification, locale, version, createdAt, updatedAt } = row;
  return {
    ...{ id, name, bookingEmailVerification, locale, version, createdAt, updatedAt },
    mode: row.mode as Organisation["mode"],
    notificationSender: row.notificationSender as NotificationSender | null,
    disabledNotifications: row.disabledNotifications as NotificationKind[],
  };
}

/** What its events say of it. */
export function toOrganisationPayload(organisation: Organisation): EventData["organisation.updated"] {
  return { organisation };
}
