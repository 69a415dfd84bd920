import { listHolidayCountries } from "../../domain/schedule/list-holiday-countries.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const listHolidayCountriesRoute: Operation<"listHolidayCountries"> = (ctx) =>
  Promise.resolve(ok({ countries: listHolidayCountries(ctx) }));
