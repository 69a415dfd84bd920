import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Reason } from "../../../src/domain/availability/refusal.ts";
import { getAvailability, type Availability } from "../../../src/domain/availability/get-availability.ts";
import { cancelBooking } from "../../../src/domain/booking/cancel-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import { rescheduleBooking } from "../../../src/domain/booking/reschedule-booking.ts";
import { createHold } from "../../../src/domain/hold/create-hold.ts";
import { releaseHold } from "../../../src/domain/hold/release-hold.ts";
import { cancelSeries } from "../../../src/domain/series/cancel-series.ts";
import { createSeries } from "../../../src/domain/series/create-series.ts";
import { previewSeries } from "../../../src/domain/series/preview-series.ts";
import { createSealer } from "../../../src/domain/shared/sealer.ts";
import { createClinic, type Clinic } from "../../support/clinic.ts";
import { createTestDomain, NOW, type TestDomain } from "../../support/domain-context.ts";
import { refusalOf } from "../../support/outcome.ts";
import { build, END, START, worlds, type BuiltWorld, type World } from "./offered-worlds.ts";

/** In how many worlds; a nightly run asks for more by `HOLDFAST_BOOKED_WORLDS`. */
const WORLDS = Number(process.env["HOLDFAST_BOOKED_WORLDS"] ?? 25);
const IS_REPEATED = process.env["HOLDFAST_SEED"] !== undefined;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? Date.now() % 2 ** 31);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let domain: TestDomain;
let clinic: Clinic;
const memberIds: string[] = [];

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await createClinic(domain.db, domain.clock, "offered");
  for (let i = 0; i < 4; i++) memberIds.push((await clinic.addPerson()).memberId);
});

afterAll(() => domain.close());

/** What can be asked, and done, about the times of a world. */
interface Asked extends BuiltWorld {
  bookingId?: string;
  holdId?: string;
}

function ask({ eventTypeId, hostId, bookingId, holdId }: Asked, more: object = {}): Promise<Availability> {
  const range = { from: new Date(START), to: new Date(END), timeZone: "UTC" };
  return getAvailability(clinic.asOwner, { eventTypeId, hostId, bookingId, holdId, ...range, ...more });
}

async function offeredBy(asked: Asked): Promise<number[]> {
  return (await ask(asked)).days.flatMap(({ startsAt }) => startsAt);
}

/** Why a time is not offered; null where it is. */
async function reasonTold(asked: Asked, startsAt: number): Promise<Reason | null> {
  const range = { from: new Date(START), to: new Date(START + 4 * DAY) };
  const { offered, reason } = (await ask(asked, { ...range, at: new Date(startsAt) })).asked!;
  expect(offered).toBe(reason === undefined);
  return reason ?? null;
}

/** Why a time was refused; null where it was not. */
async function reasonOf(work: Promise<unknown>): Promise<Reason | null> {
  const refusal = await refusalOf(work);
  if (!refusal) return null;
  expect(refusal.code).toBe("slot_unavailable");
  return refusal.extensions["reason"] as Reason;
}

function book({ eventTypeId, hostId, holdId }: Asked, startsAt: number, places = 1) {
  const when = { startsAt: new Date(startsAt), timeZone: "UTC", clientCreatedAt: new Date(NOW) };
  const guests = Array.from({ length: places - 1 }, (_, n) => ({ email: `guest${n}@example.com` }));
  return createBooking(clinic.asOwner, { eventTypeId, hostId, holdId, attendee: CHIDI, guests, ...when });
}

const CHIDI = { name: "Chidi", email: "chidi@example.com" };

async function cancel({ id }: { id: string }): Promise<void> {
  await cancelBooking(clinic.asOwner, { bookingId: id });
}

function hold({ eventTypeId, hostId, bookingId }: Asked, startsAt: number) {
  const ctx = { ...clinic.asOwner, sealer: createSealer("only visitors are signed") };
  return createHold(ctx, { eventTypeId, hostId, bookingId, startsAt: new Date(startsAt) });
}

function move({ hostId, bookingId, holdId }: Asked, startsAt: number) {
  return rescheduleBooking(clinic.asOwner, { bookingId: bookingId!, hostId, holdId, startsAt: new Date(startsAt) });
}

const pick = <Thing>(things: readonly Thing[], share: number) => things[Math.floor(share * things.length)]!;
const minuteAt = (share: number) => START + Math.floor((share * (END - START)) / MINUTE) * MINUTE;

/** It can be taken, and is then refused for the reason that is told. */
async function expectTaken(asked: Asked, startsAt: number): Promise<void> {
  const told = await reasonTold(asked, startsAt);
  const refused = await reasonOf(book(asked, startsAt).then(cancel));
  expect({ startsAt, refused }).toEqual({ startsAt, refused: told });
}

/** What is done with a start that is offered, each by its name; `share` chooses among what there is. */
const ACTS: Record<World["steps"][number]["act"], (built: BuiltWorld, startsAt: number, share: number) => unknown> = {
  async book(built, startsAt, share) {
    const { seatsLeftAt } = await ask(built);
    const booking = await book(built, startsAt, share < 0.5 ? (seatsLeftAt?.(startsAt) ?? 1) : 1);
    await expectTaken(built, startsAt);
    if (share < 0.4) await cancel(booking);
  },

  async hold(built, startsAt, share) {
    const held = await hold(built, startsAt);
    await expectTaken(built, startsAt);
    if (share < 0.3) await releaseHold(clinic.asOwner, held.id);
    else if (share < 0.5) domain.clock.moveTo(held.expiresAt.toISOString());
    else {
      expect(await reasonTold({ ...built, holdId: held.id }, startsAt)).toBeNull();
      await cancel(await book({ ...built, holdId: held.id }, startsAt));
    }
  },

  async move(built, startsAt, share) {
    const { id } = await book(built, startsAt);
    const moving = { ...built, bookingId: id };
    for (const wanted of [minuteAt(share), minuteAt(1 - share)]) {
      if (wanted === startsAt) continue;
      const told = await reasonTold(moving, wanted);
      if (told) expect({ wanted, refused: await reasonOf(move(moving, wanted)) }).toEqual({ wanted, refused: told });
    }
    const offered = await offeredBy(moving);
    const to = offered.length > 0 ? pick(offered, share) : startsAt;
    const holdId = share < 0.5 && to !== startsAt ? (await hold(moving, to)).id : undefined;
    expect((await move({ ...moving, holdId }, to)).startsAt.getTime()).toBe(to);
    await cancel({ id });
  },

  /** Who is chosen from a pool serves the whole series: it is his time that counts. */
  async repeat(built, startsAt, share) {
    const recurrence = { rrule: "FREQ=DAILY;COUNT=3" };
    const series = { ...built, startsAt: new Date(startsAt), timeZone: "UTC", recurrence };
    const { occurrences, hostIds } = await previewSeries(clinic.asOwner, series);
    const { pool } = await ask(built);
    const told = [];
    for (const { startsAt } of occurrences) {
      const reason = await reasonTold(pool.length > 0 ? { ...built, hostId: hostIds[0] } : built, startsAt.getTime());
      told.push({ startsAt, reason });
    }
    expect(occurrences.map(({ startsAt, reason = null }) => ({ startsAt, reason }))).toEqual(told);
    const conflicts = told.filter(({ reason }) => reason !== null);
    expect(occurrences.filter(({ free }) => !free)).toHaveLength(conflicts.length);

    const mode = share < 0.5 ? ("best_effort" as const) : ("all_or_nothing" as const);
    const work = createSeries(clinic.asOwner, { ...series, mode, attendee: CHIDI, clientCreatedAt: new Date(NOW) });
    if (mode === "all_or_nothing" && conflicts.length > 0) {
      const refusal = await refusalOf(work);
      expect(refusal).toMatchObject({ code: "series_unavailable", extensions: { conflicts } });
      return;
    }
    const { series: made, bookings } = await work;
    expect(made.conflicts).toEqual(conflicts);
    expect(bookings).toHaveLength(told.length - conflicts.length);
    if (share < 0.8) await cancelSeries(clinic.asOwner, { seriesId: made.id, scope: "all" });
  },
};

/** Series have no places, and count their own occurrences where several are counted together. */
function canRepeat({ seats, limit, hosts }: World): boolean {
  const limits = [...(limit ? [limit[0]] : []), ...hosts.flatMap((host) => host.limits)];
  return seats === null && limits.every(({ per }) => per === "day");
}

test(`what is offered can be booked, held, moved to and repeated, and what is not is refused for the reason that is told, in ${WORLDS} worlds (seed ${SEED})`, async () => {
  const done = { book: 0, hold: 0, move: 0, repeat: 0, refused: 0 };
  const reasons = new Set<string>();
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const built = await build(domain, clinic, memberIds, world);
      for (const { act, share } of world.steps) {
        const offered = await offeredBy(built);
        if (offered.length === 0) break;
        const doing = act === "repeat" && !canRepeat(world) ? "book" : act;
        await ACTS[doing](built, pick(offered, share), (share * 7919) % 1);
        done[doing]++;
      }

      const { days } = await ask(built, { explain: true });
      const explained = days.flatMap(({ unavailable }) => unavailable!);
      for (const [index, { share }] of world.steps.entries()) {
        const starts = [minuteAt(share), ...(explained.length > 0 ? [pick(explained, share).startsAt] : [])];
        for (const startsAt of starts) {
          const told = await reasonTold(built, startsAt);
          if (told === null) continue;
          const refused = await reasonOf((index % 3 === 0 ? hold : book)(built, startsAt));
          expect({ startsAt, refused }).toEqual({ startsAt, refused: told });
          reasons.add(told);
          done.refused++;
        }
      }
    }),
    // A world is made small where it fails once more, by its seed: that takes minutes.
    { numRuns: WORLDS, seed: SEED, endOnFailure: !IS_REPEATED },
  );
  expect(done.refused).toBeGreaterThan(5 * WORLDS);
  for (const times of [done.book, done.hold, done.move]) expect(times).toBeGreaterThan(WORLDS / 4);
  expect(done.repeat).toBeGreaterThan(WORLDS / 10);
  expect(reasons.size).toBeGreaterThan(4);
}, 600_000);
