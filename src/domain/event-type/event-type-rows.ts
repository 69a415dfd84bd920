import type { EventData } from "../../generated/events.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { EventType, EventTypeHost, EventTypeResource } from "./event-type.ts";

/** What to read with an event type's row. */
export const WITH_NEEDED = {
  hosts: { orderBy: { position: "asc" } },
  resources: { orderBy: { position: "asc" } },
} as const;

export function toEventTypeRow(eventType: EventType) {
  const { hosts: _, resources: __, price, ...fields } = eventType;
  return {
    ...fields,
    bookingWindow: fields.bookingWindow ?? Prisma.DbNull,
    locations: fields.locations as unknown as Prisma.InputJsonArray,
    questions: fields.questions as unknown as Prisma.InputJsonArray,
    limits: fields.limits as unknown as Prisma.InputJsonArray,
    reminders: fields.reminders as unknown as Prisma.InputJsonArray,
    priceAmountMinor: price && BigInt(price.amountMinor),
    priceCurrency: price && price.currency,
  };
}

export function toEventTypeHostRows(eventTypeId: string, hosts: readonly EventTypeHost[]) {
  return hosts.map((host, position) => ({ ...host, eventTypeId, position }));
}

export function toEventTypeResourceRows(eventTypeId: string, resources: readonly EventTypeResource[]) {
  return resources.map((need, position) => ({ count: 1, ...need, eventTypeId, position }));
}

/** What an event type's events say of it. */
export function toEventTypePayload(eventType: EventType): EventData["event_type.created"] {
  const { id, title, slug, assignment, hosts, timeZone, durationsMinutes, visibility } = eventType;
  const { requiresConfirmation, price, seats, version, createdAt, updatedAt, deletedAt } = eventType;
  const hostIds = hosts.map(({ memberId }) => memberId);
  const what = { id, title, slug, assignment, hostIds, timeZone, durationsMinutes, visibility };
  return {
    eventType: { ...what, requiresConfirmation, price, seats, version, createdAt, updatedAt, deletedAt },
  };
}

/** The fields whose values the audit log keeps: not the places, which may be somebody's home or private number. */
export const AUDITED_EVENT_TYPE_FIELDS = [
  "title",
  "slug",
  "description",
  "assignment",
  "hosts",
  "resources",
  "timeZone",
  "durationsMinutes",
  "slotIntervalMinutes",
  "slotOffsetMinutes",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "minimumNoticeMinutes",
  "bookingWindow",
  "requiresConfirmation",
  "visibility",
  "questions",
  "price",
  "cancellationCutoffMinutes",
  "rescheduleCutoffMinutes",
  "limits",
  "seats",
  "waitingListOfferMinutes",
  "reminders",
  "version",
] as const;
