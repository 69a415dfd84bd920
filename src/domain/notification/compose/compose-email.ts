import type { Location } from "../../event-type/location.ts";
import type { Booking } from "../../booking/booking.ts";
import type { Sealer } from "../../shared/sealer.ts";
import { signGuestToken } from "../../guest-link/guest-token.ts";
import type { NotificationKind } from "../notification.ts";
import type { Notice } from "../notice.ts";

export interface ComposedEmail {
  subject: string;
  text: string;
}

interface ComposeDeps {
  appUrl: string;
  sealer: Pick<Sealer, "sign">;
}

/** What a mail says. Names, titles and places are of the booking's own parties. */
export function composeEmail(deps: ComposeDeps, notice: Notice): ComposedEmail {
  const { kind, reader, bookings, organisation } = notice;
  const wording = (reader.type === "host" ? TO_HOSTS : TO_ATTENDEES)[kind];
  const details = bookings.map((booking) => detailsOf(notice, booking));
  const link = linkFor(deps, notice);
  const text = `${[wording.lead, ...details, ...(link === null ? [] : [link]), organisation.name].join("\n\n")}\n`;
  return { subject: `${wording.subject}: ${bookings[0]!.title}`, text };
}

/** The booker manages his booking by a link that needs no account, and a host by the app. */
function linkFor({ appUrl, sealer }: ComposeDeps, { reader, bookings, linkRevision }: Notice): string | null {
  if (reader.type === "host") return `${appUrl}/bookings/${bookings[0]!.id}`;
  if (reader.type === "guest") return null;
  return `${appUrl}/bookings/manage#${signGuestToken(sealer, { guestId: reader.id, revision: linkRevision })}`;
}

function detailsOf({ reader, hosts }: Notice, booking: Booking): string {
  const names = booking.hostIds.map((id) => hosts.get(id)!.name);
  const people = reader.type === "host" ? booking.attendees.map(({ name, email }) => name ?? email) : names;
  const place = booking.location && placeOf(booking.location);
  return [
    `What: ${booking.title}`,
    `When: ${writeTime(booking, reader.timeZone)}`,
    `With: ${people.join(", ")}`,
    ...(place ? [`Where: ${place}`] : []),
  ].join("\n");
}

function placeOf({ label, value }: Location): string | null {
  return [label, value].filter(Boolean).join(": ") || null;
}

function writeTime({ startsAt, endsAt }: Booking, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", { timeZone, dateStyle: "full", timeStyle: "short" });
  return `${format.formatRange(startsAt, endsAt)} (${timeZone})`;
}

interface Wording {
  subject: string;
  lead: string;
}

const TO_ATTENDEES: Record<NotificationKind, Wording> = {
  booking_pending: {
    subject: "Your request was received",
    lead: "Your request was received, and waits to be confirmed.",
  },
  booking_confirmed: { subject: "Your booking is confirmed", lead: "Your booking is confirmed." },
  booking_declined: { subject: "Your request was declined", lead: "Your request could not be confirmed." },
  booking_cancelled: { subject: "Your booking is cancelled", lead: "Your booking is cancelled." },
  booking_rescheduled: { subject: "Your booking has changed", lead: "Your booking has changed. It is now:" },
  booking_reminder: { subject: "Reminder", lead: "This is a reminder of your booking." },
  waiting_list_joined: { subject: "You are on the waiting list", lead: "You are on the waiting list." },
  waiting_list_offered: { subject: "A time has become free", lead: "A time has become free." },
};

const TO_HOSTS: Record<NotificationKind, Wording> = {
  ...TO_ATTENDEES,
  booking_pending: { subject: "A booking waits for you", lead: "A booking waits for you to confirm or decline it." },
  booking_confirmed: { subject: "New booking", lead: "You have a new booking." },
  booking_cancelled: { subject: "Booking cancelled", lead: "This booking is cancelled, or no longer yours." },
  booking_rescheduled: { subject: "Booking moved", lead: "This booking was moved. It is now:" },
};
