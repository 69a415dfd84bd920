import { getSeries } from "../../domain/series/get-series.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toSeriesResource } from "./series.resource.ts";

export const getSeriesRoute: Operation<"getSeries"> = async (ctx, { params }) =>
  ok(toSeriesResource(await getSeries(ctx, params.seriesId)));
