import { bookingRequest } from "../support/booking-request.ts";
import type { Chance } from "./chance.ts";
import type { CommandClient, Outcome } from "./command-client.ts";

export interface Place {
  eventTypeId: string;
  startsAt: string;
}

/** A booking of which the server has said that it is there, and how it must be after what was said since. */
export interface KnownBooking {
  id: string;
  startsAt: string;
  status: "confirmed" | "cancelled";
  reschedules: number;
}

export interface Story {
  bookings: Map<string, KnownBooking>;
  /** Holds that were acknowledged and became no booking. */
  holds: Set<string>;
  acknowledged: Record<string, number>;
  /** By command and code. */
  refused: Record<string, number>;
}

export interface StoryOptions {
  client: CommandClient;
  chance: Chance;
  places: readonly Place[];
  /** Those that everybody wants. */
  wanted: readonly Place[];
  /** Names its keys. */
  name: string;
  /** False: enough commands were done. */
  mayGoOn: () => boolean;
  onCommand: () => void;
}

/** One client's commands, one after the other: each is known to be done or refused before the next. */
export async function tellStory(options: StoryOptions): Promise<Story> {
  const { client, chance, places, wanted, name, mayGoOn, onCommand } = options;
  const story: Story = { bookings: new Map(), holds: new Set(), acknowledged: {}, refused: {} };
  let number = 0;

  const send = async (command: string, path: string, body: object): Promise<Outcome> => {
    const outcome = await client.send(path, `${name}-${++number}`, body);
    const [counts, label] = outcome.isAcknowledged
      ? [story.acknowledged, command]
      : [story.refused, `${command} ${outcome.code}`];
    counts[label] = (counts[label] ?? 0) + 1;
    onCommand();
    return outcome;
  };
  const place = () => chance.pick(chance.next() < 0.3 ? wanted : places);
  const book = async (command: string, { eventTypeId, startsAt }: Place, more: object = {}) => {
    const { isAcknowledged, body } = await send(command, "/v1/bookings", bookingRequest(eventTypeId, startsAt, more));
    if (!isAcknowledged) return false;
    const id = body["id"] as string;
    story.bookings.set(id, { id, startsAt: body["startsAt"] as string, status: "confirmed", reschedules: 0 });
    return true;
  };
  const holdAndConvert = async () => {
    const at = place();
    const { isAcknowledged, body } = await send("hold", "/v1/holds", at);
    if (!isAcknowledged) return;
    const holdId = body["id"] as string;
    if (!(await book("convert", at, { holdId }))) story.holds.add(holdId);
  };
  const reschedule = async (booking: KnownBooking) => {
    const { startsAt } = place();
    // What is at that time already is left as it is: that is no event.
    if (startsAt === new Date(booking.startsAt).toISOString()) return;
    const path = `/v1/bookings/${booking.id}/reschedule`;
    const { isAcknowledged } = await send("reschedule", path, { startsAt });
    if (isAcknowledged) [booking.startsAt, booking.reschedules] = [startsAt, booking.reschedules + 1];
  };
  const cancel = async (booking: KnownBooking) => {
    const { isAcknowledged } = await send("cancel", `/v1/bookings/${booking.id}/cancel`, {});
    if (isAcknowledged) booking.status = "cancelled";
  };

  while (mayGoOn()) {
    const standing = [...story.bookings.values()].filter(({ status }) => status === "confirmed");
    const what = chance.next();
    if (standing.length === 0 || what < 0.4) await book("create", place());
    else if (what < 0.6) await holdAndConvert();
    else if (what < 0.8) await reschedule(chance.pick(standing));
    else await cancel(chance.pick(standing));
  }
  return story;
}
