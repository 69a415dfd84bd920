import fc from "fast-check";
import type { BookingWindow } from "../../../src/domain/availability/terms.ts";
import type { HostInput } from "../../../src/domain/event-type/event-type-input.ts";
import type { Assignment } from "../../../src/domain/event-type/event-type.ts";
import type { ResourceInput } from "../../../src/domain/event-type/choose-resources.ts";
import { createBlock } from "../../../src/domain/block/create-block.ts";
import { createResource } from "../../../src/domain/resource/create-resource.ts";
import { createSchedule } from "../../../src/domain/schedule/create-schedule.ts";
import { newId, uuidOf } from "../../../src/domain/shared/ids.ts";
import type { Clinic } from "../../support/clinic.ts";
import { NOW, type TestDomain } from "../../support/domain-context.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday in December; clocks change nowhere near. The Tuesday is a holiday in Austria. */
export const START = Date.parse("2026-12-07T00:00:00Z");
export const END = START + 36 * HOUR;
const MONDAY = "2026-12-07";
const TUESDAY = "2026-12-08";

const tens = (min: number, max: number) => fc.integer({ min: min / 10, max: max / 10 }).map((n) => n * 10);
const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const stretch = (start: fc.Arbitrary<number>, length: fc.Arbitrary<number>) =>
  fc.tuple(start, length).map(([from, long]) => ({ start: clockTime(from), end: clockTime(from + long) }));
const often = <Thing>(thing: fc.Arbitrary<Thing>) => fc.option(thing, { freq: 2 });
const rarely = <Thing, None>(thing: fc.Arbitrary<Thing>, none: None) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: thing });

const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata");
const recurring = (hours: fc.Arbitrary<{ start: string; end: string }>) =>
  fc
    .tuple(hours, fc.constantFrom("FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=TU"))
    .map(([when, rrule]) => [{ ...when, rrule, startsOn: "2026-11-23" }]);

const hours = fc.record({
  timeZone: zone,
  weekly: stretch(tens(0, 600), tens(240, 840)).map((when) => [
    { days: ["monday" as const, "tuesday" as const], ...when },
  ]),
  overrides: rarely(
    fc.oneof(
      fc.constant([{ date: MONDAY, intervals: [] }]),
      stretch(tens(0, 720), tens(60, 600)).map((when) => [{ date: TUESDAY, intervals: [when] }]),
    ),
    [],
  ),
  rules: rarely(recurring(stretch(tens(0, 840), tens(60, 300))), []),
  breaks: rarely(recurring(stretch(tens(300, 840), tens(30, 120))), []),
  holidays: rarely(fc.constant({ country: "AT" }), null),
});
const travel = rarely(
  zone.map((timeZone) => [{ from: TUESDAY, to: TUESDAY, timeZone }]),
  [],
);

const busy = fc.array(
  fc.record({ start: tens(0, 2100), length: tens(10, 480), kind: fc.constantFrom("held", "expired", "blocked") }),
  { maxLength: 4 },
);

const limit = fc.record({ per: fc.constantFrom("day", "day", "week"), bookings: fc.integer({ min: 1, max: 2 }) });

const hostBy = (own: typeof hours) =>
  fc.record({
    hours: own,
    travel,
    fixed: fc.boolean(),
    priority: fc.integer({ min: 0, max: 1 }),
    bufferBeforeMinutes: fc.option(tens(0, 30)),
    bufferAfterMinutes: fc.option(tens(0, 30)),
    limits: rarely(
      limit.map((each) => [each]),
      [],
    ),
    busy,
  });

/** Those of one place work alike. */
const hosts = fc
  .array(hours, { minLength: 1, maxLength: 2 })
  .chain((places) => fc.array(hostBy(fc.constantFrom(...places)), { minLength: 1, maxLength: 4 }));

const thing = fc.record({ hours: often(hours), busy });

/** So many of a kind, and one thing by name. */
const needs = fc.record({
  rooms: rarely(fc.array(thing, { minLength: 1, maxLength: 3 }), []),
  short: fc.integer({ min: 0, max: 2 }),
  device: rarely(thing, null),
});

/** What is done with a time that is offered. */
const step = fc.record({
  act: fc.constantFrom("book", "hold", "move", "repeat"),
  /** Where among the minutes, and among the starts, it is tried. */
  share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

export const worlds = fc
  .record({
    assignment: fc.constantFrom<Assignment[]>("solo", "round_robin", "collective"),
    hosts,
    durationMinutes: tens(20, 90),
    slotIntervalMinutes: tens(20, 60),
    slotOffsetMinutes: tens(0, 20),
    bufferBeforeMinutes: tens(0, 20),
    bufferAfterMinutes: tens(0, 20),
    minimumNoticeMinutes: rarely(fc.constant((START + 6 * HOUR - Date.parse(NOW)) / MINUTE), 0),
    window: rarely(fc.constant<BookingWindow>({ type: "range", from: MONDAY, to: MONDAY }), null),
    steps: fc.array(step, { minLength: 7, maxLength: 7 }),
    /** Places of a group event; every other booking of it then stays. */
    seats: rarely(fc.integer({ min: 1, max: 3 }), null),
    limit: often(fc.tuple(limit, fc.constantFrom("host" as const, "event_type" as const))),
    named: often(fc.integer({ min: 0, max: 3 })),
    needs,
  })
  .map(({ assignment, hosts, ...world }) => ({
    ...world,
    assignment,
    hosts: (assignment === "solo" ? hosts.slice(0, 1) : hosts).map((each, i) =>
      i === 0 ? { ...each, fixed: false } : each,
    ),
  }));
export type World = typeof worlds extends fc.Arbitrary<infer Each> ? Each : never;

/** What of a world is asked about. */
export interface BuiltWorld {
  eventTypeId: string;
  /** The host who is asked for; nobody of a collective. */
  hostId: string | undefined;
}

/** Makes the world's event type, with each host and thing by hours of its own, and takes what is busy. Nothing is left of the world before. */
export async function build(
  { db, clock }: TestDomain,
  clinic: Clinic,
  memberIds: readonly string[],
  world: World,
): Promise<BuiltWorld> {
  clock.moveTo(NOW);
  await db.prisma.$executeRaw`WITH claims AS (DELETE FROM claim), blocks AS (DELETE FROM block),
    holds AS (DELETE FROM hold), sessions AS (DELETE FROM group_session), things AS (UPDATE resource SET deleted_at = created_at)
    DELETE FROM booking`;
  const hosts: HostInput[] = [];
  for (const [index, { hours, travel, busy, limits, ...turn }] of world.hosts.entries()) {
    const memberId = memberIds[index]!;
    await db.prisma.member.update({ where: { id: memberId }, data: { limits } });
    const schedule = await createSchedule(clinic.asOwner, { ...hours, travel, name: "Hours", memberId });
    hosts.push({ ...turn, memberId, scheduleId: schedule.id });
    await take(memberId, busy);
  }

  const { rooms, short, device } = world.needs;
  const resources: ResourceInput[] = [];
  for (const room of rooms) await add(room, "room");
  if (rooms.length > 0) resources.push({ kind: "room", count: Math.max(1, rooms.length - short) });
  if (device) resources.push({ resourceId: await add(device, "device") });

  const { assignment, durationMinutes, slotIntervalMinutes, slotOffsetMinutes, minimumNoticeMinutes } = world;
  const { bufferBeforeMinutes, bufferAfterMinutes, seats, window: bookingWindow } = world;
  const { id } = await clinic.addEventType({
    assignment,
    hosts,
    resources,
    durationsMinutes: [durationMinutes],
    slotIntervalMinutes,
    slotOffsetMinutes,
    minimumNoticeMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    bookingWindow,
    seats,
    limits: world.limit ? [{ ...world.limit[0], scope: world.limit[1] }] : [],
  });
  const named = hosts[world.named ?? -1]?.memberId;
  return { eventTypeId: id, hostId: assignment === "collective" ? undefined : named };

  async function add({ hours, busy }: World["needs"]["rooms"][number], kind: string): Promise<string> {
    const { timeZone, ...own } = hours ?? { timeZone: "UTC" };
    const { id } = await createResource(clinic.asOwner, { name: kind, kind, timeZone, hours: hours && own });
    await take(id, busy);
    return id;
  }

  /**
   * Holds that would overlap are left out; a block takes what they leave. Things are held only. What has expired meets no block:
   * for the minute until it is swept, availability takes all of it for the block's, and the write only what the block covers.
   */
  async function take(id: string, busy: World["hosts"][number]["busy"]): Promise<void> {
    const text = `INSERT INTO claim (subject_id, during, hold_id, expires_at)
      VALUES ($1, tstzrange($2, $3), $4, $5) ON CONFLICT DO NOTHING`;
    const isBlocked = busy.some(({ kind }) => kind === "blocked");
    for (const { kind, start, length } of busy) {
      if (kind === "expired" && isBlocked) continue;
      const [startsAt, endsAt] = [START + start * MINUTE, START + (start + length) * MINUTE].map((ms) => new Date(ms));
      const isBlock = kind === "blocked" && memberIds.includes(id);
      const until = new Date(Date.parse(NOW) + (kind === "expired" ? -MINUTE : DAY));
      if (isBlock) await createBlock(clinic.asOwner, { memberId: id, startsAt: startsAt!, endsAt: endsAt! });
      else await db.query({ name: "hold", text }, [uuidOf(id), startsAt, endsAt, newId("hold"), until]);
    }
  }
}
