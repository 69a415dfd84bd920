import type { FieldError } from "./errors.ts";
import { isTimeZone } from "./time-zone.ts";

/** What is wrong with the zone at `/timeZone`. One that was left out is fine. */
export function timeZoneErrors(timeZone: string | undefined): FieldError[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  return [{ pointer: "/timeZone", message: "must be an IANA time zone identifier" }];
}
