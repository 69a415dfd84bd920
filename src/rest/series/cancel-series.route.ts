import { cancelSeries } from "../../domain/series/cancel-series.ts";
import type { SeriesWithBookings } from "../../domain/series/series.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toSeriesResource } from "./series.resource.ts";

export const cancelSeriesRoute: Command<"cancelSeries", SeriesWithBookings> = {
  run: (ctx, { params, body }) =>
    cancelSeries(ctx, { ...body, seriesId: params.seriesId, recurrenceId: toDateIfGiven(body.recurrenceId) }),
  answer: (cancelled) => ok(toSeriesResource(cancelled)),
};
