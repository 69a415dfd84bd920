import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { holidayErrors, holidaysOf, type Holiday } from "./holidays.ts";

export interface ListHolidaysInput {
  country: string;
  region?: string;
  /** One of HOLIDAY_YEARS. */
  year: number;
}

/** What the calendar of a place has for a year, by date. @throws validation_failed (unknown place), forbidden */
export function listHolidays({ actor }: DomainContext, input: ListHolidaysInput): readonly Holiday[] {
  assertMay(actor, "read schedules");
  const { country, region = null, year } = input;
  assertValid(holidayErrors({ country, region }, "?"));
  return holidaysOf({ country, region }, year);
}
