import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { getAvailability, type Availability } from "../../../src/domain/availability/get-availability.ts";
import { cancelBooking } from "../../../src/domain/booking/cancel-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import type { HostInput } from "../../../src/domain/event-type/event-type-input.ts";
import type { Assignment } from "../../../src/domain/event-type/event-type.ts";
import { createSchedule } from "../../../src/domain/schedule/create-schedule.ts";
import type { ScheduleHours } from "../../../src/domain/schedule/schedule.ts";
import { newId, uuidOf } from "../../../src/domain/shared/ids.ts";
import { createClinic, type Clinic } from "../../support/clinic.ts";
import { createTestDomain, NOW, type TestDomain } from "../../support/domain-context.ts";
import { refusalOf } from "../../support/outcome.ts";

/** In how many worlds; a nightly run asks for more by `HOLDFAST_BOOKED_WORLDS`. */
const WORLDS = Number(process.env["HOLDFAST_BOOKED_WORLDS"] ?? 25);
const SEED = Number(process.env["HOLDFAST_SEED"] ?? Date.now() % 2 ** 31);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday in December; clocks change nowhere near. */
const START = Date.parse("2026-12-07T00:00:00Z");
const END = START + 36 * HOUR;

let domain: TestDomain;
let clinic: Clinic;
const memberIds: string[] = [];

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await createClinic(domain.db, domain.clock, "offered");
  for (let i = 0; i < 4; i++) memberIds.push((await clinic.addPerson()).memberId);
});

afterAll(() => domain.close());

const tens = (min: number, max: number) => fc.integer({ min: min / 10, max: max / 10 }).map((n) => n * 10);
const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const hours: fc.Arbitrary<ScheduleHours> = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata"),
  weekly: fc
    .tuple(tens(0, 840), tens(60, 600))
    .map(([start, length]) => [
      { days: ["monday" as const, "tuesday" as const], start: clockTime(start), end: clockTime(start + length) },
    ]),
  overrides: fc.constantFrom([], [{ date: "2026-12-07", intervals: [] }]),
});

const host = fc.record({
  hours,
  fixed: fc.boolean(),
  priority: fc.integer({ min: 0, max: 1 }),
  bufferBeforeMinutes: fc.option(tens(0, 30)),
  bufferAfterMinutes: fc.option(tens(0, 30)),
  busy: fc.array(
    fc.record({ kind: fc.constantFrom("hold_id", "block_id"), start: tens(0, 2100), length: tens(10, 240) }),
    { maxLength: 4 },
  ),
});

const worlds = fc
  .record({
    assignment: fc.constantFrom<Assignment[]>("solo", "round_robin", "collective"),
    hosts: fc.array(host, { minLength: 1, maxLength: 4 }),
    durationMinutes: tens(20, 90),
    slotIntervalMinutes: tens(20, 60),
    slotOffsetMinutes: tens(0, 20),
    bufferBeforeMinutes: tens(0, 20),
    bufferAfterMinutes: tens(0, 20),
    minimumNoticeMinutes: fc.constantFrom(0, (START + 6 * HOUR - Date.parse(NOW)) / MINUTE),
    window: fc.constantFrom(null, { type: "range" as const, from: "2026-12-07", to: "2026-12-07" }),
    /** Where among the minutes, and among the offered starts, it is tried to book. */
    shares: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 8, maxLength: 8 }),
    /** Places of a group event; every other booking of it then stays. */
    seats: fc.option(fc.integer({ min: 1, max: 3 })),
    limit: fc.option(
      fc.record({ scope: fc.constantFrom("host", "event_type"), bookings: fc.integer({ min: 1, max: 4 }) }),
      { freq: 1 },
    ),
    named: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ assignment, hosts, ...world }) => ({
    ...world,
    assignment,
    hosts: (assignment === "solo" ? hosts.slice(0, 1) : hosts).map((each, i) =>
      i === 0 ? { ...each, fixed: false } : each,
    ),
  }));
type World = typeof worlds extends fc.Arbitrary<infer Each> ? Each : never;

/** Makes the world's event type, with each host by hours of his own, and takes what is busy. */
async function build(world: World): Promise<{ id: string; hosts: HostInput[] }> {
  await domain.db.prisma.claim.deleteMany();
  const hosts: HostInput[] = [];
  for (const [index, { hours, busy, ...turn }] of world.hosts.entries()) {
    const memberId = memberIds[index]!;
    const schedule = await createSchedule(clinic.asOwner, { ...hours, name: "Hours", memberId });
    hosts.push({ ...turn, memberId, scheduleId: schedule.id });
    for (const { kind, start, length } of busy) await claim(memberId, kind, START + start * MINUTE, length * MINUTE);
  }
  const { assignment, durationMinutes, slotIntervalMinutes, slotOffsetMinutes, minimumNoticeMinutes } = world;
  const { bufferBeforeMinutes, bufferAfterMinutes } = world;
  const { id } = await clinic.addEventType({
    assignment,
    hosts,
    durationsMinutes: [durationMinutes],
    slotIntervalMinutes,
    slotOffsetMinutes,
    minimumNoticeMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    bookingWindow: world.window,
    seats: world.seats,
    limits: world.limit ? [{ ...world.limit, per: "day" }] : [],
  });
  return { id, hosts };
}

/** Claims of one host that would overlap are left out. */
async function claim(memberId: string, kind: "hold_id" | "block_id", start: number, lengthMs: number): Promise<void> {
  await domain.db.query(
    {
      name: `claim_${kind}`,
      text: `INSERT INTO claim (subject_id, during, ${kind}) VALUES ($1, tstzrange($2, $3), $4) ON CONFLICT DO NOTHING`,
    },
    [uuidOf(memberId), new Date(start), new Date(start + lengthMs), newId("hold")],
  );
}

function ask(eventTypeId: string, hostId: string | undefined, more: object): Promise<Availability> {
  const range = { from: new Date(START), to: new Date(END), timeZone: "UTC" };
  return getAvailability(clinic.asOwner, { eventTypeId, hostId, ...range, ...more });
}

function book(eventTypeId: string, hostId: string | undefined, startsAt: number, places = 1) {
  const attendee = { name: "Chidi", email: "chidi@example.com" };
  const when = { startsAt: new Date(startsAt), timeZone: "UTC", clientCreatedAt: new Date(NOW) };
  const guests = Array.from({ length: places - 1 }, (_, n) => ({ email: `guest${n}@example.com` }));
  return createBooking(clinic.asOwner, { eventTypeId, hostId, attendee, guests, ...when });
}

test(`what is offered can be booked, and what is not is refused for the reason that is told, in ${WORLDS} worlds (seed ${SEED})`, async () => {
  let [booked, refused] = [0, 0];
  const reasons = new Set<string>();
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { id, hosts } = await build(world);
      const hostId = world.assignment === "collective" ? undefined : hosts[world.named ?? -1]?.memberId;
      for (const [index, share] of world.shares.entries()) {
        const { days, seatsLeftAt } = await ask(id, hostId, {});
        const offered = days.flatMap(({ startsAt }) => startsAt);
        if (offered.length === 0) break;
        const startsAt = offered[Math.floor(share * offered.length)]!;
        const places = seatsLeftAt?.(startsAt) ?? 1;
        const booking = await book(id, hostId, startsAt, index % 3 === 0 ? places : 1);
        const told = (await ask(id, hostId, { at: new Date(startsAt) })).asked!;
        const again = await refusalOf(book(id, hostId, startsAt).then(cancel));
        expect({ startsAt, reason: again?.extensions["reason"] }).toEqual({ startsAt, reason: told.reason });
        if (world.seats === null || index % 2 === 1) await cancel(booking);
        booked++;
      }

      const { days } = await ask(id, hostId, { explain: true });
      const explained = days.flatMap(({ unavailable }) => unavailable!);
      const asked = world.shares.map((share) => START + Math.floor((share * (END - START)) / MINUTE) * MINUTE);
      const some = world.shares.map((share) => explained[Math.floor(share * explained.length)]!.startsAt);
      for (const startsAt of [...asked, ...(explained.length > 0 ? some : [])]) {
        const told = (await ask(id, hostId, { at: new Date(startsAt) })).asked!;
        if (told.offered) continue;
        const refusal = await refusalOf(book(id, hostId, startsAt));
        expect(refusal?.code).toBe("slot_unavailable");
        expect({ startsAt, reason: refusal?.extensions["reason"] }).toEqual({ startsAt, reason: told.reason });
        reasons.add(told.reason!);
        refused++;
      }
    }),
    { numRuns: WORLDS, seed: SEED },
  );
  expect(booked).toBeGreaterThan(WORLDS);
  expect(refused).toBeGreaterThan(5 * WORLDS);
  expect(reasons.size).toBeGreaterThan(4);
}, 600_000);

async function cancel({ id }: { id: string }): Promise<void> {
  await cancelBooking(clinic.asOwner, { bookingId: id });
}
