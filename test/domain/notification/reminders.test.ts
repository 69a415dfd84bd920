import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { wants } from "../../../src/domain/notification/preferences.ts";
import { quietStretchAt } from "../../../src/domain/notification/quiet-hours.ts";
import {
  dueAtOf,
  remindersOf,
  TEXT_QUIET_HOURS,
  type RemindedBooking,
} from "../../../src/domain/notification/reminders.ts";

const ZONE = "Europe/Berlin";
const MINUTE = 60_000;
const at = (instant: string) => Date.parse(instant);

const BOOKING: RemindedBooking = {
  status: "confirmed",
  startsAt: at("2026-12-02T09:00:00Z"),
  timeZone: ZONE,
  reminders: [
    { minutesBefore: 1440, channels: ["email"] },
    { minutesBefore: 60, channels: ["email", "sms"] },
  ],
  attendees: [
    { id: "booker", role: "booker", phone: "+4915112345678", timeZone: null },
    { id: "guest", role: "guest", phone: null, timeZone: null },
  ],
  hosts: [{ id: "host", timeZone: ZONE, preferences: {}, quietHours: null, hasDevice: true }],
};

const NOW = at("2026-12-01T00:00:00Z");
const told = (more: Partial<RemindedBooking> = {}, now = NOW) =>
  remindersOf({ ...BOOKING, ...more }, now).flatMap(({ id, channel, minutesBefore, dueAt }) =>
    dueAt === null ? [] : [`${id} ${channel} ${minutesBefore} ${new Date(dueAt).toISOString().slice(5, 16)}`],
  );

describe("reminders", () => {
  test("go to each attendee, by text message to those with a number, and to no host who has not asked", () => {
    expect(told()).toEqual([
      "booker email 1440 12-01T09:00",
      "guest email 1440 12-01T09:00",
      "booker email 60 12-02T08:00",
      "booker sms 60 12-02T08:00",
      "guest email 60 12-02T08:00",
    ]);
  });

  test("go to a host at the same times by what he asks for, pushed where he has a device", () => {
    const preferences = { "booking.reminder.push": true, "booking.reminder.email": true };
    const host = { ...BOOKING.hosts[0]!, preferences };
    const ofHost = (hasDevice: boolean) =>
      told({ hosts: [{ ...host, hasDevice }] }).filter((line) => line.startsWith("host"));
    expect(ofHost(true).map((line) => line.slice(0, 14).trim())).toEqual([
      "host email 144",
      "host push 1440",
      "host email 60",
      "host push 60 1",
    ]);
    expect(ofHost(false)).toHaveLength(2);
  });

  test.each(["pending", "declined", "cancelled", "completed", "no_show"])("are none of a %s booking", (status) => {
    expect(told({ status })).toEqual([]);
  });

  test("that would have gone already are not planned", () => {
    expect(told({}, at("2026-12-01T09:00:00Z")).every((line) => line.includes(" 60 "))).toBe(true);
    expect(told({}, at("2026-12-02T08:00:00Z"))).toEqual([]);
  });
});

describe("a reminder by text message", () => {
  const due = (startsAt: string, minutesBefore: number, now = "2026-11-01T00:00:00Z") => {
    const ms = dueAtOf({
      startsAt: at(startsAt),
      minutesBefore,
      quiet: TEXT_QUIET_HOURS,
      timeZone: ZONE,
      since: at(now),
    });
    return ms === null ? null : new Date(ms).toISOString();
  };

  test("by day comes when it is due", () => {
    expect(due("2026-12-02T13:00:00Z", 60)).toBe("2026-12-02T12:00:00.000Z");
  });

  test("in the night comes in the morning where that leaves an hour", () => {
    expect(due("2026-12-02T08:00:00Z", 180)).toBe("2026-12-02T07:00:00.000Z");
  });

  test("in the night before an early start comes in the evening before", () => {
    expect(due("2026-12-02T07:30:00Z", 60)).toBe("2026-12-01T19:45:00.000Z");
  });

  test("of who books in the night comes when the night is over, or not at all", () => {
    expect(due("2026-12-02T07:30:00Z", 60, "2026-12-02T01:00:00Z")).toBe("2026-12-02T07:00:00.000Z");
    expect(due("2026-12-02T06:30:00Z", 60, "2026-12-02T01:00:00Z")).toBeNull();
  });

  test("never comes in quiet hours, in the past, or after the start, whatever the clocks do", () => {
    const start = fc.integer({ min: at("2026-10-20T00:00Z") / MINUTE, max: at("2026-11-05T00:00Z") / MINUTE });
    const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    fc.assert(
      fc.property(start, fc.integer({ min: 5, max: 43_200 }), fc.integer({ min: 1, max: 50_000 }), zone, (...drawn) => {
        const [startMinute, minutesBefore, bookedBefore, timeZone] = drawn;
        const startsAt = startMinute * MINUTE;
        const now = startsAt - bookedBefore * MINUTE;
        const dueAt = dueAtOf({ startsAt, minutesBefore, quiet: TEXT_QUIET_HOURS, timeZone, since: now });
        if (dueAt === null) return;
        expect(dueAt).toBeGreaterThan(now);
        expect(dueAt).toBeLessThan(startsAt);
        expect(quietStretchAt(TEXT_QUIET_HOURS, timeZone, dueAt)).toBeNull();
      }),
    );
  });
});

describe("what a host wants", () => {
  test("is all but reminders where he says nothing", () => {
    expect(wants({}, "booking_confirmed", "email")).toBe(true);
    expect(wants({}, "booking_cancelled", "push")).toBe(true);
    expect(wants({}, "booking_reminder", "push")).toBe(false);
  });

  test("is what he says, by kind and channel", () => {
    const preferences = { "booking.confirmed.push": false, "booking.reminder.email": true };
    expect(wants(preferences, "booking_confirmed", "push")).toBe(false);
    expect(wants(preferences, "booking_confirmed", "email")).toBe(true);
    expect(wants(preferences, "booking_reminder", "email")).toBe(true);
  });

  test("may be said of new bookings in one, unless one of the two is said by itself", () => {
    const preferences = { "booking.created.email": false, "booking.pending.email": true };
    expect(wants(preferences, "booking_confirmed", "email")).toBe(false);
    expect(wants(preferences, "booking_pending", "email")).toBe(true);
    expect(wants(preferences, "booking_confirmed", "push")).toBe(true);
  });
});
