import type { GroupSession } from "../../domain/group-session/group-session.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toGroupSessionResource(session: GroupSession): components["schemas"]["GroupSession"] {
  const {
    id,
    status,
    eventTypeId,
    startsAt,
    endsAt,
    hostIds,
    resourceIds,
    places,
    placesTaken,
    bookingIds,
    createdAt,
  } = session;
  return {
    id,
    status,
    eventTypeId,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    hostIds,
    resourceIds,
    places,
    placesTaken,
    placesLeft: placesTaken > 0 ? places - placesTaken : 0,
    bookingIds,
    createdAt: instant(createdAt),
  };
}
