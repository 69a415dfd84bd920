import type { Reminder } from "../event-type/reminder.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import type { HostSettings } from "./host-settings.ts";
import type { Channel, RecipientType } from "./notification.ts";
import { wants } from "./preferences.ts";
import { quietStretchAt, type QuietHours } from "./quiet-hours.ts";

/** A booking as its reminders depend on it. */
export interface RemindedBooking {
  status: string;
  /** Epoch ms. */
  startsAt: number;
  timeZone: string;
  reminders: readonly Reminder[];
  attendees: readonly { id: string; role: "booker" | "guest"; phone: string | null; timeZone: string | null }[];
  hosts: readonly HostSettings[];
}

/** One message that there is to be. */
export interface WantedReminder {
  minutesBefore: number;
  /** Epoch ms. */
  startsAt: number;
  /** Epoch ms. Null: it is too late to plan it. */
  dueAt: number | null;
  channel: Channel;
  type: RecipientType;
  id: string;
}

/** When no text message goes to an attendee, who has no settings of his own. */
export const TEXT_QUIET_HOURS: QuietHours = { start: "21:00", end: "08:00" };

/** What is put off until the quiet hours end leaves so much time until the start. */
const LEFT_MS = 60 * MINUTE_MS;
/** What cannot be put off comes so long before they begin. */
const AHEAD_MS = 15 * MINUTE_MS;

/** All reminders of a booking: none but of one that stands. @param since when it came to stand as it does (epoch ms) */
export function remindersOf(booking: RemindedBooking, since: number): WantedReminder[] {
  const { status, startsAt, reminders } = booking;
  if (status !== "confirmed") return [];
  return reminders.flatMap(({ minutesBefore, channels }) =>
    [...attendeesBy(booking, channels), ...hostsWhoWantIt(booking)].map(({ timeZone, quiet, ...person }) => ({
      ...{ minutesBefore, startsAt, ...person },
      dueAt: dueAtOf({ startsAt, minutesBefore, quiet, timeZone, since }),
    })),
  );
}

interface Reminded extends Pick<WantedReminder, "channel" | "type" | "id"> {
  timeZone: string;
  quiet: QuietHours | null;
}

function attendeesBy({ attendees, timeZone }: RemindedBooking, channels: Reminder["channels"]): Reminded[] {
  return attendees.flatMap((attendee) => {
    const person = {
      type: attendee.role === "guest" ? ("guest" as const) : ("attendee" as const),
      id: attendee.id,
      timeZone: attendee.timeZone ?? timeZone,
    };
    return channels
      .filter((channel) => channel === "email" || attendee.phone !== null)
      .map((channel) => ({ ...person, channel, quiet: channel === "sms" ? TEXT_QUIET_HOURS : null }));
  });
}

function hostsWhoWantIt({ hosts }: RemindedBooking): Reminded[] {
  return hosts.flatMap(({ id, timeZone, preferences, quietHours, hasDevice }) =>
    (["email", "push"] as const)
      .filter((channel) => wants(preferences, "booking_reminder", channel) && (channel === "email" || hasDevice))
      .map((channel) => ({
        ...{ type: "host" as const, id, timeZone, channel },
        quiet: channel === "push" ? quietHours : null,
      })),
  );
}

interface WhenToRemind {
  startsAt: number;
  minutesBefore: number;
  quiet: QuietHours | null;
  timeZone: string;
  since: number;
}

/**
 * When a reminder goes (epoch ms): so long before the start, but not in quiet hours. Then it goes at their end where that
 * leaves an hour until the start, else before they begin. Null: it is too late for it.
 */
export function dueAtOf({ startsAt, minutesBefore, quiet, timeZone, since }: WhenToRemind): number | null {
  const due = startsAt - minutesBefore * MINUTE_MS;
  if (due <= since) return null;
  const stretch = quiet && quietStretchAt(quiet, timeZone, due);
  if (!stretch) return due;
  const { from, until } = stretch;
  if (until <= startsAt - LEFT_MS) return until;
  if (from - AHEAD_MS > since) return from - AHEAD_MS;
  return until < startsAt ? until : null;
}
