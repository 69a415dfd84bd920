import type { Location } from "../../event-type/location.ts";
import { signGuestToken } from "../../guest-link/guest-token.ts";
import type { Sealer } from "../../shared/sealer.ts";
import type { Notice, ToldBooking } from "../notice.ts";
import type { Detail, Link, Values } from "./placeholders.ts";
import type { Wording } from "./wordings/wording.ts";
import { writeList, writeRange } from "./write-time.ts";

export interface ComposeDeps {
  /** Links begin with it. */
  appUrl: string;
  sealer: Pick<Sealer, "sign">;
}

/**
 * What the placeholders stand for in a message. It is the same for all channels.
 *
 * Titles, hosts and names of organisations were written by those who work there. What an attendee or a stranger in his name has
 * typed in is read by hosts alone.
 */
export function valuesOf(deps: ComposeDeps, notice: Notice, { wording, format }: Words): Values {
  const { reader, bookings, organisation } = notice;
  const [first] = bookings;
  const reading = { format, timeZone: reader.timeZone };
  const times = unique(bookings.map(({ startsAt, endsAt }) => writeRange(reading, startsAt, endsAt)));
  const hosts = unique(bookings.flatMap(({ hostIds }) => hostIds.map((id) => notice.hosts.get(id)!.name)));
  const attendees = unique(bookings.flatMap((each) => each.attendees.map(({ name, email }) => name ?? email)));
  const places = unique(bookings.map((booking) => placeFor(notice, booking)).filter((place) => place !== ""));
  const reasons = unique(bookings.map((booking) => reasonFor(notice, booking)).filter((reason) => reason !== ""));
  const people = reader.type === "host" ? attendees : hosts;
  const { labels } = wording;
  const details: Detail[] = [
    { label: labels.what, lines: unique(bookings.map(({ title }) => title)) },
    { label: labels.when, lines: times },
    { label: labels.with, lines: people.length > 0 ? [writeList(format, people)] : [] },
    { label: labels.where, lines: places },
    { label: labels.reason, lines: reasons },
  ];
  return {
    title: first.title,
    time: times[0]!,
    location: places[0] ?? "",
    hosts: writeList(format, hosts),
    organisation: organisation.name,
    reason: reasons[0] ?? "",
    details: details.filter(({ lines }) => lines.length > 0),
    link: linkFor(deps, notice, wording),
    offer_expires_at: "",
  };
}

/** In which language, and by whose customs. */
export interface Words {
  wording: Wording;
  /** BCP 47. */
  format: string;
}

/** Who booked manages his booking by a link that needs no account, and a host by the app. Who takes part no more has none. */
function linkFor({ appUrl, sealer }: ComposeDeps, notice: Notice, { manage, look }: Wording): Link | null {
  const { reader, bookings, linkRevision } = notice;
  if (reader.type === "host") return { label: look, url: `${appUrl}/bookings/${bookings[0].id}` };
  if (reader.type === "guest") return null;
  const token = signGuestToken(sealer, { guestId: reader.id, revision: linkRevision });
  return { label: manage, url: `${appUrl}/bookings/manage#${token}` };
}

/** Attendees are told of no place that anybody could have typed in. */
export function placeFor({ reader }: Pick<Notice, "reader">, { location, isLocationOurs }: ToldBooking): string {
  return location && (reader.type === "host" || isLocationOurs) ? writePlace(location) : "";
}

function writePlace({ label, value }: Location): string {
  return [label, value].filter((part) => part !== undefined && part !== "").join(": ");
}

/** Why it was cancelled or declined. What attendees say of it hosts alone read. */
function reasonFor({ kind, reader }: Notice, { status, cancellation, declineReason }: ToldBooking): string {
  if (kind === "booking_declined") return declineReason ?? "";
  if (kind !== "booking_cancelled" || status !== "cancelled") return "";
  return reader.type === "host" || cancellation?.by === "staff" ? (cancellation?.reason ?? "") : "";
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
