import { auditRow, eventRow, type CommandRecord } from "../audit/record-command.ts";
import { shareLimits } from "../booking-limit/limit-room.ts";
import { toAttendeeRows, toBookingPayload, toBookingRow } from "../booking/booking-rows.ts";
import type { Booking, PendingReason } from "../booking/booking.ts";
import { tooBusy } from "../booking/change-booking.ts";
import { chooseWhatIsNew, toNewBooking, type NewBookingInput } from "../booking/new-booking.ts";
import { assertMayOverride } from "../booking/override.ts";
import { standInPlaces, toSessionRow, type Places } from "../booking/seats.ts";
import type { WantedTime } from "../booking/wanted-time.ts";
import { asPending, reasonsToWait, verificationMail } from "../booking/pending.ts";
import type { Location } from "../event-type/location.ts";
import { OUTDATED, usingOffering, type Offering } from "../event-type/offering.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { assertFresh, onceRow, type CommandOutcome } from "../shared/idempotency.ts";
import { freeOf, type Outlook, type Prospect, type WantedSeries } from "./outlook.ts";
import { readAnyOutlook } from "./seated-outlook.ts";
import { limitsOfJoinedTime, limitsOfTime, timeOf } from "./series-time.ts";
import {
  conflictsToldTo,
  toSeriesPayload,
  toSeriesRow,
  type Series,
  type SeriesConflict,
  type SeriesMode,
  type SeriesWithBookings,
} from "./series.ts";
import { toWantedSeries, type SeriesTimesInput } from "./wanted-series.ts";

export interface CreateSeriesInput extends SeriesTimesInput, NewBookingInput {
  mode: SeriesMode;
}

/** Each time somebody else was faster with one of the times; then the others are looked at anew. */
const TRIES = 20;

/**
 * Books each occurrence of a rule: decided here, written by one statement, all that was decided or nothing.
 * @throws not_found, validation_failed, series_unavailable, forbidden (override), idempotency_key_reused, AnsweredBefore
 */
export async function createSeries(ctx: DomainContext, input: CreateSeriesInput): Promise<SeriesWithBookings> {
  assertMayOverride(ctx, input.override);
  return usingOffering(ctx, input.eventTypeId, (offering) => bookOffering(ctx, offering, input), { rule: "book" });
}

async function bookOffering(
  ctx: DomainContext,
  offering: Offering,
  input: CreateSeriesInput,
): Promise<SeriesWithBookings | typeof OUTDATED> {
  const { recurrenceTimeZone, ...times } = toWantedSeries(offering, input, input.guests?.length);
  const wanted = { ...times, email: input.attendee.email.toLowerCase() };
  const location = chooseWhatIsNew(offering.eventType, input);
  const pendingReasons = await reasonsToWait(ctx, offering.eventType);

  for (let tries = 0; tries < TRIES; tries++) {
    const outlook = await readAnyOutlook(ctx, wanted);
    if (!outlook.current) return OUTDATED;
    assertEnough(ctx, input.mode, outlook);
    const series = toNewSeries(ctx, wanted, { ...input, recurrenceTimeZone }, outlook);
    const taken = takeTimes(ctx, wanted, { ...input, location }, pendingReasons, outlook, series);
    const told = toldTo(ctx, { series, bookings: taken.map(({ booking }) => booking) });
    const command = wanted.places === undefined ? "create_series" : "create_seated_series";
    const outcome = await ctx.db.call<CommandOutcome>(command, argsOf(ctx, wanted, series, taken, told));
    const done = assertFresh(outcome);
    if (done === "done") return told;
    if (done === "stale") return OUTDATED;
  }
  throw tooBusy();
}

/** @throws series_unavailable */
function assertEnough(ctx: DomainContext, mode: SeriesMode, outlook: Outlook): void {
  const free = freeOf(outlook);
  const all = outlook.occurrences.length;
  if (mode === "all_or_nothing" ? free === all : free > 0) return;
  throw new DomainError("series_unavailable", {
    detail: `${all - free} of ${all} times are not available; nothing was booked.`,
    extensions: { conflicts: conflictsToldTo(ctx, conflictsOf(outlook)) },
  });
}

function conflictsOf({ occurrences }: Outlook): SeriesConflict[] {
  return occurrences.flatMap(({ startsAt, reason }) => (reason ? [{ startsAt: new Date(startsAt), reason }] : []));
}

function toNewSeries(
  ctx: DomainContext,
  { offering: { eventType }, durationMinutes }: WantedSeries,
  { mode, recurrence, recurrenceTimeZone, startsAt, timeZone }: CreateSeriesInput & { recurrenceTimeZone: string },
  outlook: Outlook,
): Series {
  const { rrule, exDates = [], zone = "attendee" } = recurrence;
  return {
    id: ctx.ids("series"),
    organisationId: eventType.organisationId,
    eventTypeId: eventType.id,
    mode,
    rrule,
    exDates: [...exDates],
    zone,
    recurrenceTimeZone,
    startsAt,
    durationMinutes,
    timeZone,
    hostIds: outlook.hosts.map(({ host }) => host.memberId),
    conflicts: conflictsOf(outlook),
    createdAt: ctx.clock.now(),
  };
}

/** A booking of the series, and what it takes. */
interface TakenTime {
  booking: Booking;
  prospect: Prospect;
  /** Null where it joins a group session. */
  time: WantedTime | null;
  /** Of a group event: how it is named until its session is known. */
  places?: Places;
}

function takeTimes(
  ctx: DomainContext,
  wanted: WantedSeries,
  input: NewBookingInput & { location: Location | null },
  pendingReasons: PendingReason[],
  { hosts, occurrences }: Outlook,
  series: Series,
): TakenTime[] {
  return occurrences
    .filter(({ reason }) => reason === null)
    .map((prospect) => {
      const places = wanted.places === undefined ? undefined : standInPlaces(ctx);
      const serving = {
        hostIds: series.hostIds,
        resourceIds: prospect.resources.map(({ resource }) => resource.resourceId),
        ...places,
        seriesId: series.id,
        recurrenceId: new Date(prospect.startsAt),
      };
      const booking = toNewBooking(ctx, { ...wanted, startsAt: prospect.startsAt }, input, serving);
      const serve = prospect.hosts === undefined ? hosts : prospect.hosts;
      const time = serve && timeOf(ctx, wanted, serve, prospect);
      return { booking: asPending(booking, pendingReasons), prospect, time, places };
    });
}

/** The arguments of `create_series`, or of `create_seated_series`. */
function argsOf(
  ctx: DomainContext,
  wanted: WantedSeries,
  series: Series,
  taken: readonly TakenTime[],
  told: SeriesWithBookings,
): unknown[] {
  const bookings = taken.map(({ booking }) => booking);
  const payload = toSeriesPayload(series, bookings);
  const records: CommandRecord[] = [
    // Whoever is to prove his address gets one mail, that of the first booking, for all of them.
    { type: "series.created", objectId: series.id, payload, mail: verificationMail(bookings[0]!) },
    ...bookings.map((booking) => ({
      type: "booking.created" as const,
      objectId: booking.id,
      payload: toBookingPayload(booking),
    })),
  ];
  const limitsOf = ({ prospect: { startsAt }, time }: TakenTime) =>
    time ? limitsOfTime(wanted, startsAt, time) : limitsOfJoinedTime(wanted, startsAt);
  const isSeated = wanted.places !== undefined;
  return [
    onceRow(ctx, told),
    wanted.offering.terms,
    {
      ...(!isSeated && { claims: taken.flatMap(claimsOf) }),
      limits: shareLimits(taken.map(limitsOf)).limits,
      at: series.createdAt,
      minutes: wanted.durationMinutes,
    },
    ...(isSeated ? [taken.map((each) => toOccurrence(ctx, wanted, each))] : []),
    toSeriesRow(series),
    bookings.map(toBookingRow),
    bookings.flatMap(toAttendeeRows),
    records.map((record) => eventRow(ctx, record)),
    records.map((record) => auditRow(ctx, record)),
  ];
}

function claimsOf({ booking, time }: TakenTime): object[] {
  return time!.all.map((claim) => ({ ...claim, booking_id: booking.id, starts_at: booking.startsAt }));
}

/** One of the `p_occurrences` of `create_seated_series`. */
function toOccurrence(
  ctx: DomainContext,
  wanted: WantedSeries,
  { booking, prospect, time, places }: TakenTime,
): object {
  const { limits, told, ...session } = toSessionRow(ctx, { ...wanted, startsAt: prospect.startsAt }, booking, places!);
  return { ...session, claims: time && time.all };
}

function toldTo(ctx: DomainContext, { series, bookings }: SeriesWithBookings): SeriesWithBookings {
  return { series: { ...series, conflicts: conflictsToldTo(ctx, series.conflicts) }, bookings };
}
