import type {
  CHANNELS,
  NOTIFICATION_KINDS,
  NOTIFICATION_STATUSES,
  RECIPIENT_TYPES,
} from "../../domain/notification/notification.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { value, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { creationOrders } from "./list-orders.ts";

const NotificationKind = builder.enumType("NotificationKind", {
  description: "What a message tells.",
  values: {
    booking_pending: { description: "A booking was asked for, and waits for something." },
    booking_confirmed: { description: "A booking takes place." },
    booking_declined: { description: "A booking that waited was declined." },
    booking_cancelled: { description: "A booking was called off, or the reader takes part no more." },
    booking_rescheduled: { description: "A booking is at another time, or with other hosts." },
    booking_reminder: { description: "A booking is near." },
    waiting_list_joined: { description: "Somebody is on a waiting list." },
    waiting_list_offered: { description: "A time that somebody waits for has freed." },
  } satisfies Record<(typeof NOTIFICATION_KINDS)[number], object>,
});

const NotificationChannel = builder.enumType("NotificationChannel", {
  description: "How a message goes.",
  values: {
    email: { description: "By mail." },
    sms: { description: "As a text message." },
    push: { description: "To a device, or a browser." },
  } satisfies Record<(typeof CHANNELS)[number], object>,
});

const NotificationRecipientType = builder.enumType("NotificationRecipientType", {
  description: "As what somebody is told.",
  values: {
    attendee: { description: "Who booked, or waits." },
    guest: { description: "Whom he brings." },
    host: { description: "A member who serves the booking." },
  } satisfies Record<(typeof RECIPIENT_TYPES)[number], object>,
});

const NotificationStatus = builder.enumType("NotificationStatus", {
  description: "What has become of a message.",
  values: {
    planned: { description: "It goes at `dueAt`, or once more at `nextAttemptAt`." },
    sending: { description: "It is on its way to a provider." },
    sent: { description: "A provider has taken it." },
    delivered: { description: "The provider says that it has arrived." },
    failed: { description: "It did not arrive; `reason` says why." },
    suppressed: { description: "It must not go; `reason` says why." },
    dropped: { description: "There was nothing to say any more; `reason` says why." },
  } satisfies Record<(typeof NOTIFICATION_STATUSES)[number], object>,
});

export const Notification: Source = {
  name: "Notification",
  description: "One message to one person by one channel. Neither the address nor the text is kept.",
  reads: "columns",
  table: "notification",
  scope: () => [],
  via: { source: () => Booking, column: "booking_id" },
  fields: () => ({
    id: value("ID", "Its identifier; the Message-ID of a mail is made of it."),
    eventId: value("ID", "The event that it tells of; null for a reminder.", { nullable: true }),
    kind: value(NotificationKind, "What it tells."),
    channel: value(NotificationChannel, "How it goes."),
    recipientType: value(NotificationRecipientType, "As what somebody is told."),
    recipientId: value("ID", "The attendee or the member.", { nullable: true }),
    minutesBefore: value("Int", "Of a reminder: how long before the start it goes.", { nullable: true }),
    status: value(NotificationStatus, "What has become of it."),
    reason: value("String", "Why it did not go out, or not arrive: `superseded`, `bounced` and so on.", {
      nullable: true,
    }),
    dueAt: value("Instant", "When it is to go."),
    sentAt: value("Instant", "When a provider has taken it.", { nullable: true }),
    deliveredAt: value("Instant", "When the provider said that it has arrived.", { nullable: true }),
    attempts: value("Int", "How often it was tried."),
    nextAttemptAt: value("Instant", "When it is tried again, where it has failed so far.", { nullable: true }),
    provider: value("String", "Who was asked to take it last.", { nullable: true }),
    providerMessageId: value("String", "What the provider calls it.", { nullable: true }),
    detail: value("String", "As the provider counts its answers, such as `SMTP 550 5.1.1`.", { nullable: true }),
    toldWith: value("ID", "The notification whose message tells of this one too: those of a series go out together.", {
      nullable: true,
    }),
    requestId: value("String", "The request that it follows from, as in the log and in `X-Request-Id`."),
    createdAt: value("Instant", "When it was planned."),
    updatedAt: value("Instant", "When it was last changed."),
  }),
  list: {
    filters: {
      status: {
        type: NotificationStatus,
        isList: true,
        description: "Only those in one of these states.",
        holds: (row, _through, value) => sql`${row("status")} = ANY(${value})`,
      },
    },
    orders: creationOrders("What was planned"),
  },
};
