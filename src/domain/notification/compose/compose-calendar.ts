import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalAttendeeData,
  type ICalEventData,
} from "ical-generator";
import type { MailAddress, MailCalendar } from "../../ports/mailer.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Notice, ToldBooking } from "../notice.ts";
import { placeFor } from "./values-of.ts";

export interface CalendarDeps {
  clock: Clock;
  /** Its host names the calendar's objects, so it is to stay the same. */
  publicUrl: string;
  /** Whom the mail is from. */
  mailFrom: MailAddress;
}

/**
 * What the reader's calendar is to know (RFC 5545, RFC 5546): a booking that is confirmed or moved, or that is cancelled after
 * it was told. Nothing of one that is pending or declined, since it never stood in a calendar.
 *
 * One booking goes as a REQUEST or a CANCEL. An object of these has one UID, and each booking keeps its own, so several go as
 * PUBLISH (RFC 5546 3.2.1, 3.2.2): each can be moved or cancelled by itself later.
 */
export function composeCalendar(deps: CalendarDeps, notice: Notice): MailCalendar | null {
  const isCancelled = notice.kind === "booking_cancelled";
  const bookings = notice.bookings.filter((booking) => belongsInCalendar(notice, booking));
  if (bookings.length === 0) return null;
  const method = bookings.length > 1 ? "PUBLISH" : isCancelled ? "CANCEL" : "REQUEST";
  const events = bookings.map((booking) => toEvent(deps, notice, booking, method));
  const prodId = { company: "Holdfast", product: "Holdfast" };
  const calendar = ical({ prodId, method: ICalCalendarMethod[method], events });
  return { method, ics: `${calendar.toString()}\r\n` };
}

function belongsInCalendar({ kind }: Notice, { status, wasInvited }: ToldBooking): boolean {
  if (kind === "booking_cancelled") return wasInvited;
  return (kind === "booking_confirmed" || kind === "booking_rescheduled") && status === "confirmed";
}

function toEvent(
  { clock, publicUrl, mailFrom }: CalendarDeps,
  notice: Notice,
  booking: ToldBooking,
  method: MailCalendar["method"],
): ICalEventData {
  const { location, startsAt, endsAt, createdAt, updatedAt } = booking;
  const place = placeFor(notice, booking);
  return {
    id: `${booking.id}@${new URL(publicUrl).hostname}`,
    sequence: sequenceOf(notice, booking),
    stamp: clock.now(),
    created: createdAt,
    lastModified: updatedAt,
    start: startsAt,
    end: endsAt,
    summary: summaryFor(notice, booking),
    ...(place !== "" && { location: place }),
    ...(place !== "" && location?.type === "link" && isUrl(location.value) && { url: location.value }),
    status: notice.kind === "booking_cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: notice.organisation.name, email: mailFrom.address },
    // PUBLISH has none (RFC 5546 3.2.1).
    ...(method !== "PUBLISH" && { attendees: attendeesFor(notice, booking) }),
  };
}

/** Rises with each change that is sent. Who takes part no more is told once, beside a booking that stays as it is. */
function sequenceOf({ kind, reader }: Notice, { sequence, status }: ToldBooking): number {
  const hasLeft = kind === "booking_cancelled" && status !== "cancelled" && reader.type !== "host";
  return hasLeft ? sequence + 1 : sequence;
}

function summaryFor({ reader }: Notice, { title, attendees }: ToldBooking): string {
  const [booker] = attendees;
  return reader.type === "host" && booker ? `${title}: ${booker.name ?? booker.email}` : title;
}

/**
 * The reader himself; a host sees who comes, too. Nobody is asked to answer (RSVP): who booked has said that he comes, and who
 * does not come says so by his link, since nobody reads what calendars answer.
 */
function attendeesFor({ reader, hosts }: Notice, booking: ToldBooking): ICalAttendeeData[] {
  const accepted = { role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false };
  const asked = { ...accepted, status: ICalAttendeeStatus.NEEDSACTION };
  if (reader.type !== "host") return [{ ...(reader.type === "guest" ? asked : accepted), email: reader.email }];
  const those = [...new Set([reader.id, ...booking.hostIds])].flatMap((id) => hosts.get(id) ?? []);
  return [
    ...those.map(({ name, email }) => ({ ...accepted, name, email })),
    ...booking.attendees.map(({ role, name, email }) => ({
      ...(role === "guest" ? asked : accepted),
      ...(name !== null && { name }),
      email,
    })),
  ];
}

function isUrl(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text);
}
