import type { Availability, AvailabilityDay } from "../../domain/availability/get-availability.ts";
import { formatInstant } from "../../domain/shared/instants.ts";

interface Options {
  /** Whether each slot says who would serve. */
  withHosts: boolean;
}

/**
 * Writes availability as JSON without an object for each slot: a month has hundreds of them, and their strings hold
 * nothing that needs escaping.
 */
export function writeAvailability(availability: Availability, { withHosts }: Options): string {
  const { eventTypeId, timeZone, durationMinutes, hostIds, days } = availability;
  const lengthMs = durationMinutes * 60_000;
  const hosts = withHosts ? `,"hostIds":${JSON.stringify(hostIds)}` : "";
  const head = JSON.stringify({ eventTypeId, timeZone, durationMinutes }).slice(0, -1);
  return `${head},"days":[${days.map((day) => writeDay(day, lengthMs, hosts)).join()}]}`;
}

function writeDay({ date, startsAt, unavailable }: AvailabilityDay, lengthMs: number, hosts: string): string {
  let slots = "";
  for (const start of startsAt) {
    if (slots !== "") slots += ",";
    slots += `{"startsAt":"${formatInstant(start)}","endsAt":"${formatInstant(start + lengthMs)}"${hosts}}`;
  }
  const refused = unavailable?.map((slot) => ({ ...slot, startsAt: formatInstant(slot.startsAt) }));
  return `{"date":"${date}","slots":[${slots}]${refused ? `,"unavailable":${JSON.stringify(refused)}` : ""}}`;
}
