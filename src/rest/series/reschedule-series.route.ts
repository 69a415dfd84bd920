import { rescheduleSeries } from "../../domain/series/reschedule-series.ts";
import type { SeriesWithBookings } from "../../domain/series/series.ts";
import { ok } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toSeriesResource } from "./series.resource.ts";

export const rescheduleSeriesRoute: Command<"rescheduleSeries", SeriesWithBookings> = {
  run: (ctx, { params, body }) =>
    rescheduleSeries(ctx, {
      ...body,
      seriesId: params.seriesId,
      recurrenceId: toDate(body.recurrenceId),
      startsAt: toDate(body.startsAt),
    }),
  answer: (moved) => ok(toSeriesResource(moved)),
};
