import type { Overridable } from "../booking/override.ts";
import { chooseTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import { chooseDuration } from "../event-type/slot-terms.ts";
import { assertValid } from "../shared/errors.ts";
import { isTimeZone } from "../shared/time-zone.ts";
import { startsOfSeries, type SeriesRecurrence } from "./occurrences.ts";
import type { WantedSeries } from "./outlook.ts";

/** Which times somebody wants, as he says it. */
export interface SeriesTimesInput {
  eventTypeId: string;
  /** Of the first occurrence. */
  startsAt: Date;
  /** The booker's zone. */
  timeZone: string;
  recurrence: SeriesRecurrence;
  durationMinutes?: number;
  hostId?: string;
  /** Rules of availability to set aside, for every occurrence. */
  override?: Overridable[];
}

/** The times with the zone whose wall clock they keep. @param guests who come along @throws not_found, validation_failed */
export function toWantedSeries(
  offering: Offering,
  input: SeriesTimesInput,
  guests = 0,
): WantedSeries & { recurrenceTimeZone: string } {
  assertValid(
    isTimeZone(input.timeZone) ? [] : [{ pointer: "/timeZone", message: "must be an IANA time zone identifier" }],
  );
  const { eventType } = offering;
  const team = chooseTeam(offering, input.hostId, "/hostId");
  // Who is chosen from a pool is not known before the times are.
  const hostZone = team.pool.length > 0 ? eventType.timeZone : team.all[0]!.schedule.timeZone;
  const recurrenceTimeZone = input.recurrence.zone === "host" ? hostZone : input.timeZone;
  return {
    offering,
    team,
    starts: startsOfSeries(input.startsAt, input.recurrence, recurrenceTimeZone),
    durationMinutes: chooseDuration(eventType, input.durationMinutes, "/durationMinutes"),
    override: input.override,
    recurrenceTimeZone,
    ...(eventType.seats !== null && { places: 1 + guests, hostId: input.hostId }),
  };
}
