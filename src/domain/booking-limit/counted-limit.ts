import type { Range } from "../availability/bookable-range.ts";
import type { EventType } from "../event-type/event-type.ts";
import type { OfferingHost } from "../event-type/offering.ts";
import type { OfferingResource } from "../event-type/resource-needs.ts";
import type { EventTypeLimit, LimitScope, MemberLimit } from "./booking-limit.ts";
import type { FullTimeOf } from "./full-time.ts";

/** A limit with what is counted by it, and in which zone: the bookings of this member, and of this event type. */
export interface CountedLimit extends MemberLimit {
  memberId: string | null;
  eventTypeId: string | null;
  timeZone: string;
}

/** What bounds a host, in the zone of the schedule that he works by: his own limits, and those of each host of the event type. */
export function limitsOfHost(eventType: EventType, { memberId, limits, schedule }: OfferingHost): CountedLimit[] {
  const { timeZone } = schedule;
  return [
    ...limits.map((limit) => ({ ...limit, memberId, eventTypeId: null, timeZone })),
    ...ofScope(eventType, "host").map((limit) => ({ ...limit, memberId, eventTypeId: eventType.id, timeZone })),
  ];
}

/** What bounds all bookings of an event type together, or those of each booker, in the event type's zone. */
export function limitsOfEventType(eventType: EventType, scope: Exclude<LimitScope, "host">): CountedLimit[] {
  const { id, timeZone } = eventType;
  return ofScope(eventType, scope).map((limit) => ({ ...limit, memberId: null, eventTypeId: id, timeZone }));
}

/** What is to be counted to tell when a host has no room; undefined where nothing bounds him. Bookers are not known here. */
export function limitedTime(
  eventType: EventType,
  host: OfferingHost | OfferingResource,
  { from, to }: Range,
  durationMinutes: number,
): FullTimeOf | undefined {
  if (!("limits" in host) || (eventType.limits.length === 0 && host.limits.length === 0)) return undefined;
  const limits = [...limitsOfHost(eventType, host), ...limitsOfEventType(eventType, "event_type")];
  return { limits, starts: { from, to }, durationMinutes };
}

function ofScope({ limits }: EventType, asked: LimitScope): EventTypeLimit[] {
  return limits.length === 0 ? limits : limits.filter(({ scope }) => scope === asked);
}
