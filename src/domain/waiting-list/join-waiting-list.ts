import { recordCommand } from "../audit/record-command.ts";
import { may } from "../access/may.ts";
import { ruleOn } from "../booking/override.ts";
import { chooseTeam } from "../event-type/choose-team.ts";
import { chooseLocation, type Location } from "../event-type/location.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import { answerErrors, type Answers } from "../event-type/question.ts";
import { chooseDuration } from "../event-type/slot-terms.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, assertWithinLimit, DomainError, type FieldError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { formatInstant } from "../shared/instants.ts";
import { addDays, MINUTE_MS, parseLocalDate } from "../shared/local-date.ts";
import { isTimeZone, startOfLocalDate } from "../shared/time-zone.ts";
import { freeStarts, startsByRule, type AskedTime } from "./free-starts.ts";
import { toEntry, toEntryPayload, type PlacedEntry, type WaitingListEntry } from "./waiting-list-entry.ts";
import { withPosition } from "./with-positions.ts";

export interface JoinWaitingListInput {
  eventTypeId: string;
  /** The one time that is waited for, or else: */
  startsAt?: Date;
  /** the date in `timeZone`, any time of which is. */
  date?: string;
  /** The zone of whoever waits. */
  timeZone: string;
  durationMinutes?: number;
  hostId?: string;
  attendee: { name: string; email: string; phone?: string | null; locale?: string | null };
  answers?: Answers;
  location?: Location | null;
}

export interface JoinedWaitingList {
  entry: PlacedEntry;
  /** What was asked for, where somebody waits already by other terms, too. The public is told this alone. */
  asked: WaitedFor;
}

export type WaitedFor = Pick<
  WaitingListEntry,
  "eventTypeId" | "startsAt" | "date" | "timeZone" | "durationMinutes" | "hostId"
>;

/** Of one event type. Who serves it reads all of them. */
const MOST_WAITING = 1_000;
const ALTERNATIVES = 3;

/**
 * Puts somebody on the list for a time that is taken, or keeps him where he is. He gets a mail by whose link he sees his place,
 * and leaves it.
 * @throws not_found, validation_failed (a time that cannot be booked by the rules, too), time_available, limit_reached
 */
export async function joinWaitingList(ctx: DomainContext, input: JoinWaitingListInput): Promise<JoinedWaitingList> {
  assertValid(inputErrors(input));
  return usingOffering(ctx, input.eventTypeId, (offering) => joinFor(ctx, offering, input), { rule: "book" });
}

function inputErrors({ startsAt, date, timeZone }: JoinWaitingListInput): FieldError[] {
  const errors: FieldError[] = [];
  if ((startsAt === undefined) === (date === undefined))
    errors.push({ pointer: "/startsAt", message: "must be given, or else date, and not both" });
  if (date !== undefined && parseLocalDate(date) === null)
    errors.push({ pointer: "/date", message: "must be a date of the calendar" });
  if (!isTimeZone(timeZone)) errors.push({ pointer: "/timeZone", message: "must be an IANA time zone identifier" });
  return errors;
}

async function joinFor(
  ctx: DomainContext,
  offering: Offering,
  input: JoinWaitingListInput,
): Promise<JoinedWaitingList | typeof OUTDATED> {
  const { eventType } = offering;
  const asked: AskedTime = {
    offering,
    team: chooseTeam(offering, input.hostId, "/hostId"),
    durationMinutes: chooseDuration(eventType, input.durationMinutes, "/durationMinutes"),
    hostId: input.hostId,
    ...rangeOf(input),
  };
  const { location, errors } = chooseLocation(eventType.locations, input.location);
  assertValid([...errors, ...answerErrors(eventType.questions, input.answers ?? {}), ...ruleErrors(ctx, input, asked)]);
  const free = await freeStarts(ctx, asked);
  if (!free) return OUTDATED;
  if (free.length > 0) throw timeAvailable(free, asked.durationMinutes);
  const joining = toNewEntry(ctx, input, asked, location);
  return inOneTransaction(ctx, async (tx) => ({
    entry: await withPosition(tx, await takePlace(ctx, tx, joining)),
    asked: joining,
  }));
}

function rangeOf({ startsAt, date, timeZone }: JoinWaitingListInput): { from: number; to: number } {
  if (startsAt) return { from: startsAt.getTime(), to: startsAt.getTime() + 1 };
  return { from: startOfLocalDate(timeZone, date!), to: startOfLocalDate(timeZone, addDays(date!, 1)) };
}

/** Nobody waits for what would not be offered to him if it were free. */
function ruleErrors(ctx: DomainContext, { startsAt }: JoinWaitingListInput, asked: AskedTime): FieldError[] {
  if (startsByRule(ctx, asked).length > 0) return [];
  if (!startsAt) return [{ pointer: "/date", message: "is a day on which this event type cannot be booked" }];
  const { reason } = ruleOn(ctx, { ...asked, startsAt: asked.from });
  const why = reason && may(ctx.actor, "learn why a time is taken") ? `: ${reason}` : "";
  return [{ pointer: "/startsAt", message: `is a time at which this event type cannot be booked${why}` }];
}

function timeAvailable(free: readonly number[], durationMinutes: number): DomainError {
  return new DomainError("time_available", {
    detail: "There is no need to wait: book one of the times in alternatives.",
    extensions: {
      alternatives: free.slice(0, ALTERNATIVES).map((start) => ({
        startsAt: formatInstant(start),
        endsAt: formatInstant(start + durationMinutes * MINUTE_MS),
      })),
    },
  });
}

type NewEntry = Omit<WaitingListEntry, "id" | "createdAt" | "updatedAt">;

function toNewEntry(
  ctx: DomainContext,
  { startsAt, date, timeZone, hostId, attendee, answers }: JoinWaitingListInput,
  { offering, durationMinutes, from, to }: AskedTime,
  location: Location | null,
): NewEntry {
  return {
    organisationId: ctx.actor.organisationId,
    eventTypeId: offering.eventType.id,
    status: "waiting",
    startsAt: startsAt ?? null,
    date: date ?? null,
    timeZone,
    rangeFrom: new Date(from),
    rangeTo: new Date(to),
    durationMinutes,
    hostId: hostId ?? null,
    name: attendee.name,
    email: attendee.email.toLowerCase(),
    phone: attendee.phone ?? null,
    locale: attendee.locale ?? null,
    answers: answers ?? {},
    location,
    holdId: null,
    offeredStartsAt: null,
    offerExpiresAt: null,
    bookingId: null,
    endedAt: null,
  };
}

/** The list's row is locked first: who joins is last of those who are there, and nobody joins twice. */
async function takePlace(ctx: DomainContext, tx: Transaction, joining: NewEntry): Promise<WaitingListEntry> {
  const { organisationId, eventTypeId, email, rangeFrom, rangeTo } = joining;
  await tx.$executeRaw`INSERT INTO waiting_list (event_type_id, organisation_id, look_at)
    VALUES (${eventTypeId}, ${organisationId}, ${ctx.clock.now()})
    ON CONFLICT (event_type_id) DO UPDATE SET look_at = least(waiting_list.look_at, excluded.look_at)`;
  // States as literals: by no index is it known of a parameter that it means those whose wait is not over.
  const [there] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM waiting_list_entry
    WHERE event_type_id = ${eventTypeId} AND email = ${email} AND range_from = ${rangeFrom} AND range_to = ${rangeTo}
      AND status IN ('waiting', 'offered')`;
  if (there) return toEntry(await tx.waitingListEntry.findUniqueOrThrow({ where: there }));

  const now = ctx.clock.now();
  const entry = { ...joining, id: ctx.ids("waitingListEntry"), createdAt: now, updatedAt: now };
  const { answers, location } = entry;
  const json = { answers, location: (location as Prisma.InputJsonObject | null) ?? Prisma.DbNull };
  await tx.waitingListEntry.create({ data: { ...entry, ...json } });
  const [live] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM waiting_list_entry
    WHERE event_type_id = ${eventTypeId} AND status IN ('waiting', 'offered')`;
  assertWithinLimit(live!.count, MOST_WAITING, "people who wait for an event type");
  await recordCommand(ctx, tx, {
    type: "waiting_list_entry.joined",
    objectId: entry.id,
    payload: toEntryPayload(entry),
    mail: { kind: "waiting_list_joined", address: email, subjectId: entry.id },
  });
  return entry;
}
