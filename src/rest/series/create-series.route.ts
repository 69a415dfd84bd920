import { createSeries } from "../../domain/series/create-series.ts";
import type { SeriesWithBookings } from "../../domain/series/series.ts";
import { created } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toSeriesResource } from "./series.resource.ts";

export const createSeriesRoute: Command<"createSeries", SeriesWithBookings> = {
  run: (ctx, { body }) =>
    createSeries(ctx, { ...body, startsAt: toDate(body.startsAt), clientCreatedAt: toDate(body.clientCreatedAt) }),
  answer: (made) => created(`/v1/series/${made.series.id}`, toSeriesResource(made)),
};
