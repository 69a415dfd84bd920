import type { EventType } from "../../domain/event-type/event-type.ts";
import { may } from "../../domain/access/may.ts";
import type { Actor } from "../../domain/shared/actor.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

type EventTypeResource = components["schemas"]["EventType"];

/** As the actor may read it. */
export function toEventTypeResourceFor(actor: Actor, eventType: EventType): EventTypeResource {
  const resource = toEventTypeResource(eventType);
  if (may(actor, "read how event types are staffed")) return resource;
  const { resources: _, limits: __, ...told } = resource;
  return { ...told, hosts: resource.hosts.map(({ memberId }) => ({ memberId })) };
}

export function toEventTypeResource(eventType: EventType): EventTypeResource {
  return {
    id: eventType.id,
    title: eventType.title,
    slug: eventType.slug,
    description: eventType.description,
    assignment: eventType.assignment,
    hosts: eventType.hosts,
    resources: eventType.resources,
    timeZone: eventType.timeZone,
    durationsMinutes: eventType.durationsMinutes,
    slotIntervalMinutes: eventType.slotIntervalMinutes,
    slotOffsetMinutes: eventType.slotOffsetMinutes,
    bufferBeforeMinutes: eventType.bufferBeforeMinutes,
    bufferAfterMinutes: eventType.bufferAfterMinutes,
    minimumNoticeMinutes: eventType.minimumNoticeMinutes,
    bookingWindow: eventType.bookingWindow,
    requiresConfirmation: eventType.requiresConfirmation,
    visibility: eventType.visibility,
    locations: eventType.locations,
    questions: eventType.questions,
    price: eventType.price,
    cancellationCutoffMinutes: eventType.cancellationCutoffMinutes,
    rescheduleCutoffMinutes: eventType.rescheduleCutoffMinutes,
    limits: eventType.limits,
    seats: eventType.seats,
    waitingListOfferMinutes: eventType.waitingListOfferMinutes,
    reminders: eventType.reminders,
    version: eventType.version,
    createdAt: instant(eventType.createdAt),
    updatedAt: instant(eventType.updatedAt),
    deletedAt: instantOrNull(eventType.deletedAt),
  };
}
