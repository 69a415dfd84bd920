import fc from "fast-check";
import { BUSY_KINDS } from "../../../src/domain/availability/busy.ts";
import type { HostInDetail } from "../../../src/domain/availability/host-time.ts";
import type { Team } from "../../../src/domain/availability/team.ts";
import type { SlotTerms } from "../../../src/domain/availability/terms.ts";
import type { OneHostQuery } from "./one-host.ts";
import { WEEKDAYS } from "../../../src/domain/schedule/schedule.ts";
import { toIntervals } from "../../../src/domain/shared/intervals.ts";
import { transitionsOf } from "./oracle.ts";
import { ZONES } from "./zones.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const zone = fc.constantFrom(...ZONES);

/** Round which a world is built: half of them a day on which some zone changes its clocks. */
const anchors = [
  ...ZONES.flatMap((each) => transitionsOf(each, Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1))),
  ...transitionsOf("America/Sao_Paulo", Date.UTC(2018, 0, 1), Date.UTC(2019, 0, 1)),
  ...transitionsOf("Asia/Tehran", Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1)),
];
const anchor = fc.oneof(
  fc.constantFrom(...new Set(anchors)),
  fc.constantFrom(
    Date.UTC(2012, 1, 29),
    Date.UTC(2019, 11, 31),
    Date.UTC(2024, 1, 28),
    Date.UTC(2026, 5, 3),
    Date.UTC(2033, 8, 9),
    // Holidays of Germany and of Egypt.
    Date.UTC(2026, 4, 1),
    Date.UTC(2024, 5, 16),
  ),
);

/** Mostly whole minutes, now and then anything. */
const near = (centre: number, spreadMs: number) =>
  fc.oneof(
    { weight: 5, arbitrary: minutes(-spreadMs / MINUTE, spreadMs / MINUTE).map((m) => centre + m * MINUTE) },
    { weight: 1, arbitrary: fc.integer({ min: centre - spreadMs, max: centre + spreadMs }) },
  );

const minutes = (min: number, max: number) => fc.integer({ min, max });
const fives = (min: number, max: number) => minutes(min / 5, max / 5).map((n) => n * 5);
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const interval = fc
  .oneof(
    fc.tuple(fives(0, 1435), fives(5, 1440)),
    fc.tuple(fives(0, 240), fives(30, 300)),
    fc.constantFrom<[number, number]>([0, 1440], [540, 1020], [90, 210], [720, 1440], [0, 480]),
  )
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start: clock(start), end: clock(end) }));

const weeklyRule = fc.record({ hours: interval, days: fc.subarray([...WEEKDAYS], { minLength: 1 }) });

const SHORT_WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const rrule = fc.oneof(
  minutes(1, 5).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
  fc
    .tuple(minutes(1, 3), fc.subarray(SHORT_WEEKDAYS, { minLength: 1 }))
    .map(([interval, days]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join()}`),
  fc.tuple(minutes(1, 31), minutes(-31, -1)).map(([day, fromEnd]) => `FREQ=MONTHLY;BYMONTHDAY=${day},${fromEnd}`),
  fc.tuple(minutes(1, 5), fc.constantFrom(...SHORT_WEEKDAYS)).map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
);

const ruleNear = (centre: number) =>
  fc
    .record({
      hours: interval,
      rrule: fc
        .tuple(
          rrule,
          fc.oneof(
            fc.constant(""),
            minutes(1, 30).map((count) => `;COUNT=${count}`),
          ),
        )
        .map((parts) => parts.join("")),
      startsOn: minutes(-60, 3).map((days) => dateOf(centre + days * DAY)),
    })
    .map(({ hours, ...rule }) => ({ ...rule, ...hours }));

/** Up to two stays, with days between them or none. */
const travelNear = (centre: number) =>
  fc.array(fc.record({ timeZone: zone, after: minutes(0, 2), days: minutes(0, 2) }), { maxLength: 2 }).map((stays) => {
    let day = -2;
    return stays.map(({ timeZone, after, days }) => {
      const first = day + after;
      day = first + days + 1;
      return { from: dateOf(centre + first * DAY), to: dateOf(centre + (first + days) * DAY), timeZone };
    });
  });

const holidays = fc.constantFrom(
  null,
  { country: "DE", region: "BY", types: ["public"] as const },
  { country: "US", region: null, types: ["public", "observance"] as const },
  { country: "EG", region: null, types: ["public"] as const },
);

const scheduleNear = (centre: number) =>
  fc.record({
    timeZone: zone,
    weekly: fc.array(weeklyRule, { maxLength: 4 }).map((rules) => rules.map(({ hours, days }) => ({ days, ...hours }))),
    overrides: fc.uniqueArray(
      fc.record({
        date: minutes(-3, 4).map((days) => dateOf(centre + days * DAY)),
        intervals: fc.array(interval, { maxLength: 3 }),
      }),
      { maxLength: 3, selector: ({ date }) => date },
    ),
    rules: fc.oneof(fc.constant([]), fc.array(ruleNear(centre), { maxLength: 3 })),
    breaks: fc.oneof(fc.constant([]), fc.array(ruleNear(centre), { maxLength: 3 })),
    holidays,
    travel: fc.oneof(fc.constant([]), travelNear(centre)),
  });

const windowNear = (centre: number) =>
  fc.oneof(
    fc.constant(null),
    minutes(0, 5).map((days) => ({ type: "rolling" as const, days })),
    fc.tuple(minutes(-2, 2), minutes(0, 3)).map(([first, more]) => ({
      type: "range" as const,
      from: dateOf(centre + first * DAY),
      to: dateOf(centre + (first + more) * DAY),
    })),
  );

const termsNear = (centre: number) =>
  fc.record({
    durationMinutes: fc.oneof(fives(5, 120), minutes(1, 300), fc.constantFrom(30, 60, 1500)),
    slotIntervalMinutes: fc.oneof(fives(5, 120), minutes(5, 240)),
    slotOffsetMinutes: fc.oneof(fc.constant(0), minutes(0, 90)),
    bufferBeforeMinutes: fc.oneof(fc.constant(0), minutes(0, 90)),
    bufferAfterMinutes: fc.oneof(fc.constant(0), minutes(0, 90)),
    minimumNoticeMinutes: fc.oneof(fc.constant(0), minutes(0, 3000)),
    timeZone: zone,
    bookingWindow: windowNear(centre),
  });

const busyNear = (centre: number) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...BUSY_KINDS),
        start: near(centre, 3 * DAY),
        before: minutes(0, 30),
        length: minutes(0, 400),
        after: minutes(0, 30),
        hasCore: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((drawn) =>
      drawn
        .map(({ kind, start, before, length, after, hasCore }) => {
          const coreStart = start + before * MINUTE;
          const coreEnd = coreStart + length * MINUTE;
          const whole = { kind, start, end: coreEnd + after * MINUTE };
          return hasCore ? { ...whole, coreStart, coreEnd } : whole;
        })
        .sort((a, b) => a.start - b.start),
    );

/** A query of up to three days with everything drawn at random round one instant. */
export const worlds: fc.Arbitrary<OneHostQuery> = anchor.chain((centre) =>
  fc
    .record({
      schedule: scheduleNear(centre),
      terms: termsNear(centre),
      busy: busyNear(centre),
      from: near(centre - DAY, DAY),
      length: fc.oneof(minutes(0, 3 * 1440), fc.constant(1440)),
      now: fc.oneof(near(centre, 3 * DAY), fc.constant(centre - 3 * DAY)),
    })
    .map(({ length, ...world }) => ({ ...world, to: world.from + length * MINUTE })),
);

export interface TeamWorld {
  team: Team<HostInDetail>;
  terms: SlotTerms;
  now: number;
  from: number;
  to: number;
}

const ownBuffer = fc.option(minutes(0, 90));

/** Stretches in which limits leave no room for a start: days, weeks, or anything. */
const fullNear = (centre: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(toIntervals([])) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(near(centre, DAY), minutes(30, 1440)), { minLength: 1, maxLength: 3 })
        .map((stretches) => toIntervals(stretches.flatMap(([start, length]) => [start, start + length * MINUTE]))),
    },
  );

/** Rooms and things, most of them open at all times, and up to two needs of them. */
const needsNear = (centre: number) => {
  const always = { timeZone: "UTC", weekly: [{ days: WEEKDAYS, start: "00:00", end: "24:00" }], overrides: [] };
  const thing = fc.record({
    schedule: fc.oneof({ weight: 2, arbitrary: fc.constant(always) }, { weight: 1, arbitrary: scheduleNear(centre) }),
    busy: busyNear(centre),
  });
  const need = fc
    .record({ options: fc.array(thing, { minLength: 1, maxLength: 3 }), short: minutes(0, 2) })
    .map(({ options, short }) => ({ options, count: Math.max(1, options.length - short) }));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(need, { minLength: 1, maxLength: 2 }) },
  );
};

/**
 * The like for several hosts: a collective of one to four, or a pool of one to three with up to two who are fixed; some of
 * them bounded by limits, and some with rooms and things that are needed too.
 */
export const teamWorlds: fc.Arbitrary<TeamWorld> = anchor.chain((centre) => {
  const schedule = scheduleNear(centre);
  const hostBy = (schedules: fc.Arbitrary<HostInDetail["schedule"]>) =>
    fc.record({
      schedule: schedules,
      busy: busyNear(centre),
      bufferBeforeMinutes: ownBuffer,
      bufferAfterMinutes: ownBuffer,
      full: fullNear(centre),
    });
  // Those who work alike share one object, as in an offering.
  const host = fc
    .array(schedule, { minLength: 1, maxLength: 3 })
    .map((schedules) => hostBy(fc.constantFrom(...schedules)));
  const team = host.chain((each) =>
    fc.oneof(
      fc.record({ all: fc.array(each, { minLength: 1, maxLength: 4 }), pool: fc.constant([]) }),
      fc.record({ all: fc.array(each, { maxLength: 2 }), pool: fc.array(each, { minLength: 1, maxLength: 3 }) }),
    ),
  );
  return fc
    .record({
      team: fc.tuple(team, needsNear(centre)).map(([hosts, needs]) => ({ ...hosts, needs })),
      terms: termsNear(centre),
      from: near(centre - DAY / 2, DAY / 2),
      length: fc.oneof(minutes(0, 1440), fc.constant(1440)),
      now: fc.oneof(near(centre, 2 * DAY), fc.constant(centre - 3 * DAY)),
    })
    .map(({ length, ...world }) => ({ ...world, to: world.from + length * MINUTE }));
});
