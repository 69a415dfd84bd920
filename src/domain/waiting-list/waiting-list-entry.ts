import type { EventData } from "../../generated/events.ts";
import type { WaitingListEntry as EntryRow } from "../../generated/prisma/client.ts";
import type { Location } from "../event-type/location.ts";
import type { Answers } from "../event-type/question.ts";
import { MINUTE_MS } from "../shared/local-date.ts";

/** Who waits is offered a time, and takes it or does not; or he leaves, or it gets too late. The last three are for ever. */
export const WAITING_LIST_STATUSES = ["waiting", "offered", "booked", "left", "expired"] as const;
export type WaitingListStatus = (typeof WAITING_LIST_STATUSES)[number];

/** Those in which somebody has a place. */
export const LIVE_STATUSES: WaitingListStatus[] = ["waiting", "offered"];

/** Somebody's place in a waiting list. What he waits for starts within [rangeFrom, rangeTo). */
export interface WaitingListEntry extends Omit<EntryRow, "status" | "answers" | "location"> {
  status: WaitingListStatus;
  answers: Answers;
  location: Location | null;
}

/** With how many come before him, from 1; null where he does not wait. */
export type PlacedEntry = WaitingListEntry & { position: number | null };

export function toEntry(row: EntryRow): WaitingListEntry {
  return {
    ...row,
    status: row.status as WaitingListStatus,
    answers: row.answers as Answers,
    location: row.location as Location | null,
  };
}

/** What is or was offered. */
export interface Offer {
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
}

export function offerOf({ offeredStartsAt, offerExpiresAt, durationMinutes }: WaitingListEntry): Offer | null {
  if (!offeredStartsAt || !offerExpiresAt) return null;
  const endsAt = new Date(offeredStartsAt.getTime() + durationMinutes * MINUTE_MS);
  return { startsAt: offeredStartsAt, endsAt, expiresAt: offerExpiresAt };
}

/** What an entry's events say of it. Who waits stands in the entry alone. */
export function toEntryPayload(entry: WaitingListEntry): EventData["waiting_list_entry.joined"] {
  const { id, status, eventTypeId, startsAt, date, timeZone, durationMinutes, hostId, bookingId, createdAt, endedAt } =
    entry;
  const waitedFor = { eventTypeId, startsAt, date, timeZone, durationMinutes, hostId };
  return { entry: { id, status, ...waitedFor, offer: offerOf(entry), bookingId, createdAt, endedAt } };
}
