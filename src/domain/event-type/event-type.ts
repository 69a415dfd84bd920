import type {
  EventType as EventTypeRow,
  EventTypeHost as EventTypeHostRow,
  EventTypeResource as EventTypeResourceRow,
} from "../../generated/prisma/client.ts";
import type { BookingWindow } from "../availability/terms.ts";
import type { EventTypeLimit } from "../booking-limit/booking-limit.ts";
import type { Location } from "./location.ts";
import type { Question } from "./question.ts";
import type { Reminder } from "./reminder.ts";

export const VISIBILITIES = ["public", "unlisted", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How hosts are chosen: the one there is; one after the other, and who is `fixed` each time; all together. */
export const ASSIGNMENTS = ["solo", "round_robin", "collective"] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** Minor units (cents), ISO 4217 code. */
export interface Price {
  amountMinor: number;
  currency: string;
}

export interface EventTypeHost {
  memberId: string;
  /** The member's default schedule when null. */
  scheduleId: string | null;
  /** In a round robin: takes part in every booking. */
  fixed: boolean;
  /** In a round robin: his share beside the others' of the same priority. */
  weight: number;
  /** In a round robin: the higher, the earlier he is asked. */
  priority: number;
  /** The event type's own when null. */
  bufferBeforeMinutes: number | null;
  bufferAfterMinutes: number | null;
}

/** What each booking takes beside its hosts: one resource by name, or some of a kind. */
export type EventTypeResource = { resourceId: string } | { kind: string; count: number };

/** What can be booked, and on which terms. */
export interface EventType {
  id: string;
  organisationId: string;
  title: string;
  slug: string;
  description: string | null;
  assignment: Assignment;
  hosts: EventTypeHost[];
  resources: EventTypeResource[];
  timeZone: string;
  durationsMinutes: number[];
  slotIntervalMinutes: number;
  slotOffsetMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  bookingWindow: BookingWindow;
  requiresConfirmation: boolean;
  visibility: Visibility;
  locations: Location[];
  questions: Question[];
  price: Price | null;
  cancellationCutoffMinutes: number;
  rescheduleCutoffMinutes: number;
  limits: EventTypeLimit[];
  /** The places of a group event, of sessions that are opened from now on. Null: a booking has its time for itself. */
  seats: number | null;
  /** How long a time that frees is held for whoever waits for it, where it does not begin before that. */
  waitingListOfferMinutes: number;
  /** Of bookings that are made from now on. */
  reminders: Reminder[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

/** The rows as Prisma reads them, with the hosts and the resources in their order. */
export type EventTypeRows = EventTypeRow & { hosts: EventTypeHostRow[]; resources: EventTypeResourceRow[] };

export function toEventType(rows: EventTypeRows): EventType {
  const { priceAmountMinor, priceCurrency, ...row } = rows;
  return {
    ...row,
    assignment: row.assignment as Assignment,
    hosts: rows.hosts.map(({ eventTypeId: _, position: __, ...host }) => host),
    resources: rows.resources.map(({ resourceId, kind, count }) =>
      kind === null ? { resourceId: resourceId! } : { kind, count },
    ),
    bookingWindow: row.bookingWindow as BookingWindow,
    visibility: row.visibility as Visibility,
    locations: row.locations as unknown as Location[],
    questions: row.questions as unknown as Question[],
    limits: row.limits as unknown as EventTypeLimit[],
    reminders: row.reminders as unknown as Reminder[],
    price: priceCurrency === null ? null : { amountMinor: Number(priceAmountMinor), currency: priceCurrency },
  };
}
