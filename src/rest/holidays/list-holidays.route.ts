import { listHolidays } from "../../domain/schedule/list-holidays.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const listHolidaysRoute: Operation<"listHolidays"> = (ctx, { query }) =>
  Promise.resolve(ok({ holidays: listHolidays(ctx, query) }));
