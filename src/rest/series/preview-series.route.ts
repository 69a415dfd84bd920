import { previewSeries, type SeriesPreview } from "../../domain/series/preview-series.ts";
import { ok } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toSeriesPreviewResource } from "./series.resource.ts";

export const previewSeriesRoute: Command<"previewSeries", SeriesPreview> = {
  run: (ctx, { body }) => previewSeries(ctx, { ...body, startsAt: toDate(body.startsAt) }),
  answer: (preview) => ok(toSeriesPreviewResource(preview)),
};
