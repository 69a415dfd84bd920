import { extendableUntil, statusOf, type Hold } from "../../domain/hold/hold.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

/** @param now decides whether it has expired */
export function toHoldResource(hold: Hold, now: Date): components["schemas"]["Hold"] {
  const {
    id,
    eventTypeId,
    startsAt,
    endsAt,
    hostIds,
    resourceIds,
    groupSessionId,
    places,
    bookingId,
    expiresAt,
    createdAt,
  } = hold;
  return {
    id,
    status: statusOf(hold, now),
    eventTypeId,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    hostIds,
    resourceIds,
    groupSessionId,
    places,
    bookingId,
    expiresAt: instant(expiresAt),
    extendableUntil: instant(extendableUntil(hold)),
    createdAt: instant(createdAt),
  };
}
