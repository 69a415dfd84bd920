import type { WaitedFor } from "../../domain/waiting-list/join-waiting-list.ts";
import { offerOf, type PlacedEntry } from "../../domain/waiting-list/waiting-list-entry.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type Schemas = components["schemas"];

export function toWaitingListEntryResource(entry: PlacedEntry): Schemas["WaitingListEntry"] {
  const { id, status, name, email, phone, locale, answers, location, position, bookingId } = entry;
  const offer = offerOf(entry);
  return {
    id,
    status,
    ...toWaitingListJoinedResource(entry),
    attendee: { name, email, phone, locale },
    answers,
    location,
    position,
    offer: offer && {
      startsAt: instant(offer.startsAt),
      endsAt: instant(offer.endsAt),
      expiresAt: instant(offer.expiresAt),
    },
    bookingId,
    createdAt: instant(entry.createdAt),
    updatedAt: instant(entry.updatedAt),
    endedAt: instantOrNull(entry.endedAt),
  };
}

/** What the public is told: what it has asked for. */
export function toWaitingListJoinedResource(asked: WaitedFor): Schemas["WaitingListJoined"] {
  const { eventTypeId, startsAt, date, timeZone, durationMinutes, hostId } = asked;
  return { eventTypeId, startsAt: instantOrNull(startsAt), date, timeZone, durationMinutes, hostId };
}
