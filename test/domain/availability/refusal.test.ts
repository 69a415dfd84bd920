import { describe, expect, it } from "@jest/globals";
import type { BusyTime } from "../../../src/domain/availability/busy.ts";
import { explainRange, offeredSlots, refusalsOf, type OneHostQuery } from "./one-host.ts";
import { formatInstant } from "../../../src/domain/shared/instants.ts";

const at = (text: string) => Date.parse(text);

/** Berlin, Monday to Friday, 9 to 12 and 13 to 17; half-hour appointments every half hour. Monday 2 March 2026 is the first day. */
const world: OneHostQuery = {
  schedule: {
    timeZone: "Europe/Berlin",
    weekly: [
      { days: ["monday", "tuesday", "wednesday", "thursday", "friday"], start: "09:00", end: "12:00" },
      { days: ["monday", "tuesday", "wednesday", "thursday", "friday"], start: "13:00", end: "17:00" },
    ],
    overrides: [],
  },
  terms: {
    durationMinutes: 30,
    slotIntervalMinutes: 30,
    slotOffsetMinutes: 0,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    timeZone: "Europe/Berlin",
    bookingWindow: null,
  },
  busy: [],
  from: at("2026-03-02T00:00+01:00"),
  to: at("2026-03-03T00:00+01:00"),
  now: at("2026-03-01T12:00+01:00"),
};

const withTerms = (terms: Partial<OneHostQuery["terms"]>): OneHostQuery => ({
  ...world,
  terms: { ...world.terms, ...terms },
});
const withBusy = (...busy: BusyTime[]): OneHostQuery => ({ ...world, busy });
const times = (query: OneHostQuery) => offeredSlots(query).map((start) => formatInstant(start).slice(11, 16));
const ten = at("2026-03-02T10:00+01:00");
const MINUTE = 60_000;

describe("what is offered", () => {
  it("is the grid of each working interval, each from its own start, as far as the appointment fits", () => {
    expect(times(withTerms({ durationMinutes: 50, slotIntervalMinutes: 50 }))).toEqual([
      "08:00",
      "08:50",
      "09:40",
      "12:00",
      "12:50",
      "13:40",
      "14:30",
    ]);
  });

  it("begins so many minutes into each interval as the offset says", () => {
    expect(times(withTerms({ slotIntervalMinutes: 60, slotOffsetMinutes: 10 })).slice(0, 4)).toEqual([
      "08:10",
      "09:10",
      "10:10",
      "12:10",
    ]);
  });

  it("does not move when a booking ends between two candidates", () => {
    const busy = { kind: "booked" as const, start: ten, end: ten + 10 * MINUTE };
    expect(times(withBusy(busy)).slice(0, 4)).toEqual(["08:00", "08:30", "09:30", "10:00"]);
  });

  it("runs across two working intervals that adjoin, and across midnight", () => {
    const weekly = [
      { days: ["monday" as const], start: "20:00", end: "24:00" },
      { days: ["tuesday" as const], start: "00:00", end: "02:00" },
    ];
    const night = { ...withTerms({ durationMinutes: 180, slotIntervalMinutes: 60 }), to: at("2026-03-03T12:00+01:00") };
    expect(times({ ...night, schedule: { ...world.schedule, weekly } })).toEqual(["19:00", "20:00", "21:00", "22:00"]);
  });

  it("offers a start once where two adjoining intervals both have it", () => {
    const weekly = [
      { days: ["monday" as const], start: "10:00", end: "12:00" },
      { days: ["monday" as const], start: "09:00", end: "10:00" },
    ];
    const hourly = withTerms({ durationMinutes: 60, slotIntervalMinutes: 60 });
    expect(times({ ...hourly, schedule: { ...world.schedule, weekly } })).toEqual(["08:00", "09:00", "10:00"]);
  });

  it("takes an override in place of the weekly hours, and a day without intervals off", () => {
    const off = { ...world.schedule, overrides: [{ date: "2026-03-02", intervals: [] }] };
    const short = {
      ...world.schedule,
      overrides: [{ date: "2026-03-02", intervals: [{ start: "10:00", end: "11:00" }] }],
    };
    expect(times({ ...world, schedule: off })).toEqual([]);
    expect(times({ ...world, schedule: short })).toEqual(["09:00", "09:30"]);
  });

  it("lets buffers reach outside working time", () => {
    expect(times(withTerms({ bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }))).toHaveLength(14);
  });

  it("has its ends half-open: a start at `from` counts, one at `to` does not", () => {
    expect(times({ ...world, from: ten, to: ten + 60 * MINUTE })).toEqual(["09:00", "09:30"]);
    expect(times({ ...world, from: ten, to: ten })).toEqual([]);
  });

  it("offers what begins at the very end of the minimum notice", () => {
    expect(times({ ...withTerms({ minimumNoticeMinutes: 60 }), now: ten }).slice(0, 1)).toEqual(["10:00"]);
  });

  it("counts the days of a rolling window in the event type's zone, the last one inclusive", () => {
    // At 12:00 on 1 March in Berlin it is already 2 March in Kiritimati: a window of no further days ends at 11:00 on 2 March in Berlin.
    const window = { bookingWindow: { type: "rolling" as const, days: 0 } };
    expect(times(withTerms(window))).toEqual([]);
    expect(times(withTerms({ ...window, timeZone: "Pacific/Kiritimati" }))).toEqual([
      "08:00",
      "08:30",
      "09:00",
      "09:30",
    ]);
    expect(times(withTerms({ bookingWindow: { type: "rolling", days: 1 } }))).toHaveLength(14);
  });

  it("takes both dates of a fixed window as inclusive", () => {
    const range = (from: string, to: string) => withTerms({ bookingWindow: { type: "range", from, to } });
    expect(times(range("2026-03-02", "2026-03-02"))).toHaveLength(14);
    expect(times(range("2026-03-03", "2026-03-09"))).toEqual([]);
    expect(times(range("2026-02-01", "2026-03-01"))).toEqual([]);
  });
});

describe("why a time is not offered", () => {
  const booked = { kind: "booked" as const, start: ten - 30 * MINUTE, end: ten + 60 * MINUTE };
  const buffered = { ...booked, coreStart: ten, coreEnd: ten + 30 * MINUTE };

  it.each<[string, OneHostQuery, number, string[]]>([
    ["nothing, for a time on offer", world, ten, []],
    ["past, for what has begun", { ...world, now: ten + 1 }, ten, ["past"]],
    ["past and not notice too", { ...withTerms({ minimumNoticeMinutes: 60 }), now: ten + 1 }, ten, ["past"]],
    [
      "notice, for what is too soon",
      { ...withTerms({ minimumNoticeMinutes: 61 }), now: ten - 60 * MINUTE },
      ten,
      ["notice"],
    ],
    ["window", withTerms({ bookingWindow: { type: "range", from: "2026-03-03", to: "2026-03-04" } }), ten, ["window"]],
    ["day_off, on a Sunday", world, at("2026-03-08T10:00+01:00"), ["day_off"]],
    ["outside_hours, before work", world, at("2026-03-02T08:00+01:00"), ["outside_hours"]],
    [
      "outside_hours, where the end runs into the break",
      withTerms({ durationMinutes: 60 }),
      at("2026-03-02T11:30+01:00"),
      ["outside_hours"],
    ],
    ["off_grid, between two candidates", world, ten + 10 * MINUTE, ["off_grid"]],
    ["external_busy", withBusy({ ...booked, kind: "external_busy" }), ten, ["external_busy"]],
    ["booked", withBusy(booked), ten, ["booked"]],
    ["held", withBusy({ ...booked, kind: "held" }), ten, ["held"]],
    ["blocked", withBusy({ ...booked, kind: "blocked" }), ten, ["blocked"]],
    ["nothing, right after a booking", withBusy(booked), ten + 60 * MINUTE, []],
    ["buffer, where only the other's buffer meets", withBusy(buffered), ten + 30 * MINUTE, ["buffer"]],
    [
      "buffer, where only one's own buffer meets",
      { ...withTerms({ bufferBeforeMinutes: 5 }), busy: [booked] },
      ten + 60 * MINUTE,
      ["buffer"],
    ],
    [
      "everything that applies, in order of precedence",
      { ...withBusy(buffered, { ...booked, kind: "external_busy" }), now: ten + 60 * MINUTE },
      ten + 40 * MINUTE,
      ["past", "off_grid", "external_busy", "buffer"],
    ],
  ])("%s", (_, query, start, reasons) => {
    expect(refusalsOf(query, start)).toEqual(reasons);
  });

  it("is not a day off where work of the day before was pushed past midnight by a gap", () => {
    // Nuuk's clocks went from 23:00 on Saturday to 00:00 on Sunday: 23:00 to 23:30 of that Saturday falls on Sunday.
    const schedule = {
      timeZone: "America/Nuuk",
      weekly: [{ days: ["saturday" as const], start: "23:00", end: "23:30" }],
      overrides: [],
    };
    const nuuk = { ...world, schedule, now: 0 };
    expect(refusalsOf(nuuk, at("2025-03-30T01:00Z"))).toEqual([]);
    expect(refusalsOf(nuuk, at("2025-03-30T01:30Z"))).toEqual(["day_off"]);
  });

  it("is told for each refused candidate, once for each day off, and for the beginning of the range", () => {
    const query = { ...withBusy(booked), from: at("2026-03-06T16:00+01:00"), to: at("2026-03-09T10:00+01:00") };
    const busy = [{ kind: "held" as const, start: at("2026-03-09T09:30+01:00"), end: at("2026-03-09T10:00+01:00") }];
    expect(explainRange({ ...query, busy }).map(({ startsAt, reason }) => [formatInstant(startsAt), reason])).toEqual([
      ["2026-03-06T23:00:00.000Z", "day_off"],
      ["2026-03-07T23:00:00.000Z", "day_off"],
      ["2026-03-09T08:30:00.000Z", "held"],
    ]);
    expect(explainRange({ ...world, to: world.from + 1 })).toEqual([{ startsAt: world.from, reason: "outside_hours" }]);
  });
});
