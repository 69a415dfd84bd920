import { Prisma } from "../../generated/prisma/client.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { assertMayManageEventType } from "./assert-may-manage-event-type.ts";
import { changeEventType } from "./change-event-type.ts";
import { chooseHosts, staffingErrors } from "./choose-hosts.ts";
import { chooseResources } from "./choose-resources.ts";
import { eventTypeInputErrors, toQuestion, type EventTypeInput } from "./event-type-input.ts";
import type { EventType } from "./event-type.ts";
import { lockEventType } from "./get-event-type.ts";
import { slugTaken } from "./slug.ts";
import { toReminder } from "./reminder.ts";

export interface UpdateEventTypeInput extends EventTypeInput {
  eventTypeId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  title?: string;
}

/** The fields that are taken over as they are given. */
const PLAIN_FIELDS = [
  "title",
  "slug",
  "description",
  "assignment",
  "timeZone",
  "durationsMinutes",
  "slotOffsetMinutes",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "minimumNoticeMinutes",
  "bookingWindow",
  "requiresConfirmation",
  "visibility",
  "locations",
  "price",
  "cancellationCutoffMinutes",
  "rescheduleCutoffMinutes",
  "limits",
  "seats",
  "waitingListOfferMinutes",
] as const;

/**
 * Changes an event type; a field that is left out stays, one that is given replaces the whole. Bookings keep the terms
 * they were made under.
 * @throws not_found, forbidden, validation_failed, slug_taken, stale_version
 */
export async function updateEventType(ctx: DomainContext, input: UpdateEventTypeInput): Promise<EventType> {
  try {
    return await inOneTransaction(ctx, async (tx) => {
      const eventType = await lockEventType(ctx, tx, input.eventTypeId);
      assertMayManageEventType(ctx.actor, eventType.hosts);
      assertVersion("event type", eventType.version, input.ifVersion);
      assertValid(eventTypeInputErrors(input));
      return changeEventType(ctx, tx, eventType, await toChanges(ctx, tx, eventType, input));
    });
  } catch (error) {
    throw input.slug !== undefined && isUniqueViolation(error) ? slugTaken(input.slug, error) : error;
  }
}

async function toChanges(
  ctx: DomainContext,
  tx: Transaction,
  eventType: EventType,
  input: UpdateEventTypeInput,
): Promise<Partial<EventType>> {
  const changes: Partial<EventType> = pickGiven(input, PLAIN_FIELDS);
  if (input.questions) changes.questions = input.questions.map(toQuestion);
  if (input.reminders) changes.reminders = input.reminders.map(toReminder);
  const { assignment } = { ...eventType, ...changes };
  if (input.hosts) changes.hosts = (await chooseHosts(ctx, tx, assignment, input.hosts)).hosts;
  else assertValid(staffingErrors(assignment, eventType.hosts));
  if (input.resources) changes.resources = await chooseResources(ctx, tx, input.resources);
  if (input.slotIntervalMinutes !== undefined) {
    const { durationsMinutes } = { ...eventType, ...changes };
    changes.slotIntervalMinutes = input.slotIntervalMinutes ?? durationsMinutes[0]!;
  }
  return changes;
}

/** The slug is all that an event type must not share. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
