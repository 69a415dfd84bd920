import type { Availability, AvailabilityDay } from "../../domain/availability/get-availability.ts";
import type { UnavailableTime } from "../../domain/availability/explain-offer.ts";
import { hostsOfSlots } from "../../domain/availability/hosts-of-slots.ts";
import { formatInstant } from "../../domain/shared/instants.ts";

interface Options {
  /** Whether each slot says who could serve it. */
  withHosts: boolean;
}

/** Offers are given out as often as they are asked for, and the days of one are of no other question. */
const written = new WeakMap<Availability["days"], string>();

/**
 * Writes availability as JSON without an object for each slot: a month has hundreds of them, and their strings hold
 * nothing that needs escaping.
 */
export function writeAvailability(availability: Availability, options: Options): string {
  const { asked, days, seatsLeftAt } = availability;
  if (options.withHosts || asked || seatsLeftAt) return write(availability, options);
  let text = written.get(days);
  if (text === undefined) written.set(days, (text = write(availability, options)));
  return text;
}

function write(availability: Availability, { withHosts }: Options): string {
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
    slots += `${openSlot(start, lengthMs)}${writeMore(start)}}`;
  }
  const refused = unavailable?.map(withInstant);
  return `{"date":"${date}","slots":[${slots}]${refused ? `,"unavailable":${JSON.stringify(refused)}` : ""}}`;
}

/** The beginnings of slots of one length, by their start. Hosts have the same times, and ask for them again. */
const openSlots = new Map<number, Map<number, string>>();
const LENGTHS_HELD = 20;
const STARTS_HELD = 10_000;

/** A slot's JSON without its last brace, in one piece: of two instants put together anew for each slot an answer takes twice as long. */
function openSlot(start: number, lengthMs: number): string {
  let texts = openSlots.get(lengthMs);
  if (!texts) {
    if (openSlots.size >= LENGTHS_HELD) openSlots.clear();
    openSlots.set(lengthMs, (texts = new Map<number, string>()));
  }
  let text = texts.get(start);
  if (text === undefined) {
    if (texts.size >= STARTS_HELD) texts.clear();
    text = JSON.stringify({ startsAt: formatInstant(start), endsAt: formatInstant(start + lengthMs) }).slice(0, -1);
    texts.set(start, text);
  }
  return text;
}

function withInstant(time: UnavailableTime): object {
  return { ...time, startsAt: formatInstant(time.startsAt) };
}
