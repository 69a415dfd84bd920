import type { Availability, AvailabilityDay } from "../../domain/availability/get-availability.ts";
import type { UnavailableTime } from "../../domain/availability/explain-offer.ts";
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
  const { eventTypeId, timeZone, durationMinutes, asked, days, seatsLeftAt } = availability;
  const lengthMs = durationMinutes * 60_000;
  const hostsOf = withHosts ? hostsOfSlots(availability, "?expand") : null;
  const writeSeats = (start: number) => (seatsLeftAt ? `,"seatsLeft":${seatsLeftAt(start)}` : "");
  const writeHosts = (start: number) => (hostsOf ? `,"hostIds":["${hostsOf(start).join('","')}"]` : "");
  const writeMore = (start: number) => writeSeats(start) + writeHosts(start);
  const told = { eventTypeId, timeZone, durationMinutes, asked: asked && withInstant(asked) };
  const head = JSON.stringify(told).slice(0, -1);
  return `${head},"days":[${days.map((day) => writeDay(day, lengthMs, writeMore)).join()}]}`;
}

function writeDay(
  { date, startsAt, unavailable }: AvailabilityDay,
  lengthMs: number,
  writeMore: (start: number) => string,
): string {
  let slots = "";
  for (const start of startsAt) {
    if (slots !== "") slots += ",";
    const end = formatInstant(start + lengthMs);
    slots += `{"startsAt":"${formatInstant(start)}","endsAt":"${end}"${writeMore(start)}}`;
  }
  const refused = unavailable?.map(withInstant);
  return `{"date":"${date}","slots":[${slots}]${refused ? `,"unavailable":${JSON.stringify(refused)}` : ""}}`;
}

function withInstant(time: UnavailableTime): object {
  return { ...time, startsAt: formatInstant(time.startsAt) };
}
