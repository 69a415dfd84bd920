import type { EventType } from "../event-type/event-type.ts";
import type { Attendee, Booking } from "../booking/booking.ts";
import type { WantedSlot } from "../booking/slot-surroundings.ts";
import type { WantedClaim, WantedTime } from "../booking/wanted-time.ts";
import { type CountedLimit, limitsOfEventType, limitsOfHost } from "./counted-limit.ts";
import { periodOf } from "./period.ts";

/** A limit as `claim_within_limits` counts by it, for one time. */
export interface LimitRow {
  /** What is locked to count by it. */
  key: string;
  member_id: string | null;
  event_type_id: string | null;
  email: string | null;
  from: Date;
  to: Date;
  bookings: number | null;
  minutes: number | null;
}

type Appointment = Pick<Booking, "startsAt"> & { attendees?: readonly Pick<Attendee, "role" | "email">[] | undefined };

/**
 * The same time with the limits that bound it; as it was where there are none, or where they are set aside. A hold has no
 * attendees yet: those are bound when it is booked.
 */
export function withinLimits(
  { offering: { eventType, hosts }, override }: Pick<WantedSlot, "offering" | "override">,
  { startsAt, attendees }: Appointment,
  time: WantedTime,
): WantedTime {
  if (override?.includes("limit")) return time;
  if (eventType.limits.length === 0 && hosts.every(({ limits }) => limits.length === 0)) return time;

  const ofHosts = new Map(hosts.map((host) => [host.memberId, limitsOfHost(eventType, host)]));
  const ofHost = (claim: WantedClaim) =>
    (ofHosts.get(claim.member_id ?? "") ?? []).map((limit) => toRow(limit, startsAt, null));
  return {
    ...time,
    pools: time.pools.map((pool) => pool.map((claim) => ({ ...claim, limits: ofHost(claim) }))),
    limits: [...limitsOfDemand(eventType, { startsAt, attendees }), ...time.all.flatMap(ofHost)],
  };
}

/** What bounds whoever joins a group session, too: not its hosts' limits, which count a session once. */
export function limitsOfJoining(
  { offering, override }: Pick<WantedSlot, "offering" | "override">,
  appointment: Appointment,
): { limits?: LimitRow[] } {
  const limits = override?.includes("limit") ? [] : limitsOfDemand(offering.eventType, appointment);
  return limits.length === 0 ? {} : { limits };
}

/** The limits of the event type and of the booker. */
function limitsOfDemand(eventType: EventType, { startsAt, attendees }: Appointment): LimitRow[] {
  const booker = attendees?.find(({ role }) => role === "booker");
  return [
    ...limitsOfEventType(eventType, "event_type").map((limit) => toRow(limit, startsAt, null)),
    ...(booker ? limitsOfEventType(eventType, "attendee") : []).map((limit) => toRow(limit, startsAt, booker!.email)),
  ];
}

function toRow(limit: CountedLimit, startsAt: Date, email: string | null): LimitRow {
  const { memberId, eventTypeId, timeZone, per, bookings = null, minutes = null } = limit;
  const { from, to } = periodOf(timeZone, per, startsAt.getTime());
  return {
    key: JSON.stringify(["limit", memberId ?? eventTypeId, email]),
    member_id: memberId,
    event_type_id: eventTypeId,
    email,
    from: new Date(from),
    to: new Date(to),
    bookings,
    minutes,
  };
}
