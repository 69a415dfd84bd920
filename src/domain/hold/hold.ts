import type { EventData } from "../../generated/events.ts";
import type { Hold as HoldRow } from "../../generated/prisma/client.ts";
import { MINUTE_MS } from "../shared/local-date.ts";

/** Live until it is converted or released, or its time is over. */
export const HOLD_STATUSES = ["live", "expired", "released", "converted"] as const;
export type HoldStatus = (typeof HOLD_STATUSES)[number];

/** Time that is kept for somebody for some minutes. `startsAt`/`endsAt` are instants, half-open, without the buffers. */
export interface Hold extends Omit<HoldRow, "outcome"> {
  outcome: "released" | "converted" | null;
}

export const DEFAULT_TTL_SECONDS = 600;
/** However often it is extended, counted from when it was made. What a waiting list offers may hold longer from the start. */
const LONGEST_LIFE_MINUTES = 60;

export function extendableUntil({ createdAt, expiresAt }: Pick<Hold, "createdAt" | "expiresAt">): Date {
  return new Date(Math.max(createdAt.getTime() + LONGEST_LIFE_MINUTES * MINUTE_MS, expiresAt.getTime()));
}

export function statusOf({ outcome, expiresAt }: Pick<Hold, "outcome" | "expiresAt">, now: Date): HoldStatus {
  return outcome ?? (expiresAt > now ? "live" : "expired");
}

export function toHold(row: HoldRow): Hold {
  return { ...row, outcome: row.outcome as Hold["outcome"] };
}

/** The `p_hold` argument of `create_hold`: every column of the table. */
export function toHoldRow(hold: Hold): object {
  return {
    id: hold.id,
    organisation_id: hold.organisationId,
    event_type_id: hold.eventTypeId,
    booking_id: hold.bookingId,
    starts_at: hold.startsAt,
    ends_at: hold.endsAt,
    host_ids: hold.hostIds,
    resource_ids: hold.resourceIds,
    credential_id: hold.credentialId,
    visitor: hold.visitor,
    group_session_id: hold.groupSessionId,
    places: hold.places,
    keeps_places: hold.keepsPlaces,
    created_at: hold.createdAt,
    expires_at: hold.expiresAt,
    ended_at: hold.endedAt,
    outcome: hold.outcome,
  };
}

/** What a hold's events say of it. */
export function toHoldPayload(hold: Hold): EventData["hold.created"] {
  const { id, eventTypeId, bookingId, startsAt, endsAt, hostIds, resourceIds, groupSessionId, places } = hold;
  const { createdAt, expiresAt, endedAt, outcome } = hold;
  const what = { id, eventTypeId, bookingId, startsAt, endsAt, hostIds, resourceIds, groupSessionId, places };
  return { hold: { ...what, createdAt, expiresAt, endedAt, outcome } };
}
