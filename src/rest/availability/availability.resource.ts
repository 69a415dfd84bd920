import type { Availability, AvailabilityDay } from "../../domain/availability/get-availability.ts";
import { hostsOfSlots } from "../../domain/availability/hosts-of-slots.ts";
import { formatInstant } from "../../domain/shared/instants.ts";

interface Options {
  /** Whether each slot says who could serve it. */
  withHosts: boolean;
}

/**
 * Writes availability as JSON without an object for each slot: a month has hundreds of them, and their strings hold
 * nothing that needs escaping.
 */
export function writeAvailability(availability: Availability, { withHosts }: Options): string {
  const { eventTypeId, timeZone, durationMinutes, days } = availability;
  const lengthMs = durationMinutes * 60_000;
  const hostsOf = withHosts ? hostsOfSlots(availability, "?expand") : null;
  const writeHosts = (start: number) => (hostsOf ? `,"hostIds":["${hostsOf(start).join('","')}"]` : "");
  const head = JSON.stringify({ eventTypeId, timeZone, durationMinutes }).slice(0, -1);
  return `${head},"days":[${days.map((day) => writeDay(day, lengthMs, writeHosts)).join()}]}`;
}

function writeDay(
  { date, startsAt, unavailable }: AvailabilityDay,
  lengthMs: number,
  writeHosts: (start: number) => string,
): string {
  let slots = "";
  for (const start of startsAt) {
    if (slots !== "") slots += ",";
    const end = formatInstant(start + lengthMs);
    slots += `{"startsAt":"${formatInstant(start)}","endsAt":"${end}"${writeHosts(start)}}`;
  }
  const refused = unavailable?.map((slot) => ({ ...slot, startsAt: formatInstant(slot.startsAt) }));
  return `{"date":"${date}","slots":[${slots}]${refused ? `,"unavailable":${JSON.stringify(refused)}` : ""}}`;
}
