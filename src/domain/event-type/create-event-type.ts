import { recordCommand } from "../audit/record-command.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { chooseHosts, type ChosenHosts } from "./choose-hosts.ts";
import { chooseResources } from "./choose-resources.ts";
import { eventTypeInputErrors, toQuestion, type EventTypeInput } from "./event-type-input.ts";
import { toEventTypeHostRows, toEventTypePayload, toEventTypeResourceRows, toEventTypeRow } from "./event-type-rows.ts";
import type { EventType, EventTypeResource } from "./event-type.ts";
import { freeSlug, slugTaken, toSlug } from "./slug.ts";
import { DEFAULT_REMINDERS, toReminder } from "./reminder.ts";

export interface CreateEventTypeInput extends EventTypeInput {
  title: string;
}

/**
 * Makes an event type; what is left out takes its default. Plain members make those that they alone host.
 * @throws validation_failed, slug_taken (a slug that was asked for), forbidden
 */
export async function createEventType(ctx: DomainContext, input: CreateEventTypeInput): Promise<EventType> {
  const { actor } = ctx;
  const { assignment = "solo" } = input;
  assertMay(actor, "manage event types");
  assertValid(eventTypeInputErrors(input));
  return inOneTransaction(ctx, async (tx) => {
    const chosen = await chooseHosts(ctx, tx, assignment, input.hosts ?? [{ memberId: actor.memberId }]);
    const resources = await chooseResources(ctx, tx, input.resources ?? []);
    const eventType = await insertWithSlug(tx, toNewEventType(ctx, input, { ...chosen, resources }), input.slug);
    await tx.eventTypeHost.createMany({ data: toEventTypeHostRows(eventType.id, eventType.hosts) });
    await tx.eventTypeResource.createMany({ data: toEventTypeResourceRows(eventType.id, eventType.resources) });
    await recordCommand(ctx, tx, {
      type: "event_type.created",
      objectId: eventType.id,
      payload: toEventTypePayload(eventType),
    });
    return eventType;
  });
}

/**
 * With the asked slug, or one made from the title. Each try waits for whoever is just taking that slug, and a lost race
 * means that somebody else's event type was made, so the tries end.
 */
async function insertWithSlug(tx: Transaction, draft: EventType, asked: string | undefined): Promise<EventType> {
  for (;;) {
    const slug = asked ?? (await freeSlug(tx, draft.organisationId, toSlug(draft.title)));
    const eventType = { ...draft, slug };
    const { count } = await tx.eventType.createMany({ data: [toEventTypeRow(eventType)], skipDuplicates: true });
    if (count === 1) return eventType;
    if (asked !== undefined) throw slugTaken(asked);
  }
}

function toNewEventType(
  ctx: DomainContext,
  input: CreateEventTypeInput,
  { hosts, timeZone, resources }: ChosenHosts & { resources: EventTypeResource[] },
): EventType {
  const now = ctx.clock.now();
  const { durationsMinutes = [30] } = input;
  return {
    id: ctx.ids("eventType"),
    organisationId: ctx.actor.organisationId,
    title: input.title,
    slug: "",
    description: input.description ?? null,
    assignment: input.assignment ?? "solo",
    hosts,
    resources,
    timeZone: input.timeZone ?? timeZone,
    durationsMinutes,
    slotIntervalMinutes: input.slotIntervalMinutes ?? durationsMinutes[0]!,
    slotOffsetMinutes: input.slotOffsetMinutes ?? 0,
    bufferBeforeMinutes: input.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: input.bufferAfterMinutes ?? 0,
    minimumNoticeMinutes: input.minimumNoticeMinutes ?? 0,
    bookingWindow: input.bookingWindow === undefined ? { type: "rolling", days: 60 } : input.bookingWindow,
    requiresConfirmation: input.requiresConfirmation ?? false,
    visibility: input.visibility ?? "public",
    locations: input.locations ?? [],
    questions: (input.questions ?? []).map(toQuestion),
    price: input.price ?? null,
    cancellationCutoffMinutes: input.cancellationCutoffMinutes ?? 0,
    rescheduleCutoffMinutes: input.rescheduleCutoffMinutes ?? 0,
    limits: input.limits ?? [],
    seats: input.seats ?? null,
    waitingListOfferMinutes: input.waitingListOfferMinutes ?? 30,
    reminders: input.reminders?.map(toReminder) ?? [...DEFAULT_REMINDERS],
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}
