import type { SeriesPreview } from "../../domain/series/preview-series.ts";
import type { SeriesWithBookings } from "../../domain/series/series.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

type Schemas = components["schemas"];

export function toSeriesResource({ series, bookings }: SeriesWithBookings): Schemas["Series"] {
  const { id, eventTypeId, mode, rrule, exDates, zone, recurrenceTimeZone } = series;
  return {
    id,
    eventTypeId,
    mode,
    recurrence: { rrule, exDates, zone, timeZone: recurrenceTimeZone },
    startsAt: instant(series.startsAt),
    durationMinutes: series.durationMinutes,
    timeZone: series.timeZone,
    hostIds: series.hostIds,
    occurrences: bookings.map((booking) => ({
      recurrenceId: instant(booking.recurrenceId!),
      bookingId: booking.id,
      status: booking.status,
      startsAt: instant(booking.startsAt),
      endsAt: instant(booking.endsAt),
    })),
    conflicts: series.conflicts.map(({ startsAt, ...told }) => ({ startsAt: instant(startsAt), ...told })),
    createdAt: instant(series.createdAt),
  };
}

export function toSeriesPreviewResource({ recurrence, ...preview }: SeriesPreview): Schemas["SeriesPreview"] {
  return {
    ...preview,
    recurrence: { ...recurrence, exDates: [...recurrence.exDates] },
    hostIds: [...preview.hostIds],
    occurrences: preview.occurrences.map(({ startsAt, endsAt, free, reason, hosts }) => ({
      startsAt: instant(startsAt),
      endsAt: instant(endsAt),
      free,
      reason,
      hosts: hosts?.map(({ hostId, reasons }) => ({ hostId, reasons: [...reasons] })),
    })),
  };
}
