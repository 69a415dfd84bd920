import type { EventData } from "../../generated/events.ts";
import type { Series as SeriesRow } from "../../generated/prisma/client.ts";
import { may } from "../access/may.ts";
import type { Reason } from "../availability/refusal.ts";
import type { Booking } from "../booking/booking.ts";
import type { DomainContext } from "../shared/context.ts";
import type { RecurrenceZone } from "./occurrences.ts";

/** Whether nothing is booked where one of the times cannot be, or all that can be. */
export type SeriesMode = "all_or_nothing" | "best_effort";

/** An occurrence that could not be booked. The public is not told why. */
export interface SeriesConflict {
  startsAt: Date;
  reason?: Reason;
}

/** Bookings that repeat, as they were asked for. */
export interface Series extends Omit<SeriesRow, "mode" | "zone" | "conflicts"> {
  mode: SeriesMode;
  zone: RecurrenceZone;
  conflicts: SeriesConflict[];
}

/** A series with those of its bookings that the actor may see, in the order of the rule. */
export interface SeriesWithBookings {
  series: Series;
  bookings: readonly Booking[];
}

export function toSeries(row: SeriesRow): Series {
  const conflicts = row.conflicts as unknown as { startsAt: string; reason: Reason }[];
  return {
    ...row,
    mode: row.mode as SeriesMode,
    zone: row.zone as RecurrenceZone,
    conflicts: conflicts.map(({ startsAt, reason }) => ({ startsAt: new Date(startsAt), reason })),
  };
}

/** The `p_series` argument of `create_series`: every column of the table. */
export function toSeriesRow(series: Series): object {
  return {
    id: series.id,
    organisation_id: series.organisationId,
    event_type_id: series.eventTypeId,
    mode: series.mode,
    rrule: series.rrule,
    ex_dates: series.exDates,
    zone: series.zone,
    recurrence_time_zone: series.recurrenceTimeZone,
    starts_at: series.startsAt,
    duration_minutes: series.durationMinutes,
    time_zone: series.timeZone,
    host_ids: series.hostIds,
    conflicts: series.conflicts,
    created_at: series.createdAt,
  };
}

/** What its events say of it, with the bookings that they are about. */
export function toSeriesPayload(series: Series, bookings: readonly Booking[]): EventData["series.created"] {
  const { id, eventTypeId, mode, rrule, exDates, zone, recurrenceTimeZone } = series;
  const { startsAt, durationMinutes, timeZone, hostIds, conflicts, createdAt } = series;
  const rule = { id, eventTypeId, mode, rrule, exDates, zone, recurrenceTimeZone };
  return {
    series: { ...rule, startsAt, durationMinutes, timeZone, hostIds, conflicts, createdAt },
    bookingIds: bookings.map((booking) => booking.id),
  };
}

/** The conflicts as the actor is told of them. */
export function conflictsToldTo({ actor }: DomainContext, conflicts: readonly SeriesConflict[]): SeriesConflict[] {
  return may(actor, "learn why a time is taken") ? [...conflicts] : conflicts.map(({ startsAt }) => ({ startsAt }));
}
