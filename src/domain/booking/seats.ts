import type { Reason } from "../availability/refusal.ts";
import { limitsOfJoining } from "../booking-limit/within-limits.ts";
import type { WantedSlot } from "./slot-surroundings.ts";
import type { Moving } from "./team-for-moving.ts";
import { chooseTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import type { CommandOutcome } from "../shared/idempotency.ts";
import type { FieldError } from "../shared/errors.ts";
import type { Booking } from "./booking.ts";
import { durationOf } from "./event-type-for-moving.ts";
import type { WantedTime } from "./wanted-time.ts";

/** What of a booking is told by the group session that it joins or opens. */
export type Places = Pick<Booking, "hostIds" | "resourceIds"> & { groupSessionId: string };

export type SeatedOutcome = CommandOutcome & { places?: Places };

/** The names of what is not known before a session is joined or opened. */
export function standInPlaces({ ids }: Pick<DomainContext, "ids">): Places {
  return { groupSessionId: ids("groupSession"), hostIds: [ids("member")], resourceIds: [ids("resource")] };
}

/** The `p_session` argument of the SQL functions, see `take_places`. */
export function toSessionRow(
  { clock }: Pick<DomainContext, "clock">,
  wanted: WantedSlot,
  appointment: Pick<Booking, "organisationId" | "eventTypeId" | "startsAt" | "endsAt"> &
    Partial<Pick<Booking, "attendees">>,
  places: Places,
) {
  const party = wanted.places!;
  return {
    ...limitsOfJoining(wanted, appointment),
    id: places.groupSessionId,
    organisation_id: appointment.organisationId,
    event_type_id: appointment.eventTypeId,
    starts_at: appointment.startsAt,
    ends_at: appointment.endsAt,
    capacity: Math.max(wanted.offering.eventType.seats ?? 0, party),
    places: party,
    host_id: wanted.hostId ?? null,
    at: clock.now(),
    stand_ins: { session: places.groupSessionId, host: places.hostIds[0], resource: places.resourceIds[0] },
    told: places,
  };
}

/** Reasons that stand in the way of joining a session too, not only of opening one. */
const AGAINST_JOINING: ReadonlySet<Reason> = new Set(["past", "notice", "window"]);

export function standsAgainstJoining(reason: Reason | null): reason is Reason {
  return reason !== null && AGAINST_JOINING.has(reason);
}

/** The time with which a session may be opened; none where a rule stands against that. */
export function wantedToOpen(reason: Reason | null, wanted: WantedTime): WantedTime | null {
  return reason === null ? wanted : null;
}

/** A booking with its guests must fit into one session. */
export function partyErrors(seats: number | null, guests: number): FieldError[] {
  if (seats === null || guests < seats) return [];
  return [{ pointer: "/guests", message: `must be at most ${seats - 1}: a session has ${seats} places` }];
}

/**
 * Who would hold the session that a booking with places moves to: whoever is free, as for a new booking. As long as before
 * is always on offer.
 */
export function servingSeats(
  offering: Offering,
  booking: Booking,
  hostId: string | undefined,
  pointer: string,
): Moving {
  const { eventType } = offering;
  const durationsMinutes = [...new Set([...eventType.durationsMinutes, durationOf(booking)])];
  const moving = { ...offering, eventType: { ...eventType, durationsMinutes } };
  return { offering: moving, team: chooseTeam(moving, hostId, pointer) };
}
