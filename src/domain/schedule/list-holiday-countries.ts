import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { holidayCountries, type HolidayCountry } from "./holidays.ts";

/** Every country whose holidays are known, with its regions. @throws forbidden */
export function listHolidayCountries({ actor }: DomainContext): readonly HolidayCountry[] {
  assertMay(actor, "read schedules");
  return holidayCountries();
}
