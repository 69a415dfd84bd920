import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { getAvailability, type Availability } from "../../../src/domain/availability/get-availability.ts";
import { forgetAvailabilityChanges } from "../../../src/domain/availability/forget-availability-changes.ts";
import { createBlock } from "../../../src/domain/block/create-block.ts";
import { deleteBlock } from "../../../src/domain/block/delete-block.ts";
import { updateBlock } from "../../../src/domain/block/update-block.ts";
import { cancelBooking } from "../../../src/domain/booking/cancel-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import { rescheduleBooking } from "../../../src/domain/booking/reschedule-booking.ts";
import type { EventType } from "../../../src/domain/event-type/event-type.ts";
import { updateEventType } from "../../../src/domain/event-type/update-event-type.ts";
import { createHold } from "../../../src/domain/hold/create-hold.ts";
import { deleteExpiredHolds } from "../../../src/domain/hold/delete-expired-holds.ts";
import { extendHold } from "../../../src/domain/hold/extend-hold.ts";
import { releaseHold } from "../../../src/domain/hold/release-hold.ts";
import { createResource } from "../../../src/domain/resource/create-resource.ts";
import { deleteResource } from "../../../src/domain/resource/delete-resource.ts";
import { updateSchedule } from "../../../src/domain/schedule/update-schedule.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createDatabase, type Database } from "../../../src/domain/shared/database.ts";
import { DomainError } from "../../../src/domain/shared/errors.ts";
import { uuidOf } from "../../../src/domain/shared/ids.ts";
import { createSealer } from "../../../src/domain/shared/sealer.ts";
import { createClinic, type Clinic } from "../../support/clinic.ts";
import { createMovableClock, type MovableClock, NOW } from "../../support/domain-context.ts";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.ts";

const STEPS = Number(process.env["HOLDFAST_STEPS"] ?? 60);
const SEED = Number(process.env["HOLDFAST_SEED"] ?? Date.now() % 2 ** 31);

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

let database: TestDatabase;
let clock: MovableClock;
let clinic: Clinic;
let db: Database;
/** Statements of each of two processes on the one database. */
let statements: [string[], string[]];
let processes: [DomainContext, DomainContext];

beforeAll(async () => {
  database = await createTestDatabase();
  clock = createMovableClock(NOW);
  db = createDatabase(database.pool);
  clinic = await createClinic(db, clock, "remembered");
});

afterAll(() => database.drop());

beforeEach(() => {
  statements = [[], []];
  processes = [toProcess(statements[0]), toProcess(statements[1])];
});

/** With a memory of its own, as every object that is a database has. */
function toProcess(told: string[]): DomainContext {
  const telling: Database = {
    ...db,
    query(statement, values) {
      told.push(statement.name);
      return db.query(statement, values);
    },
  };
  return { ...clinic.asOwner, db: telling };
}

/** The same range all the time, so that what was worked out counts too. */
function ask(ctx: DomainContext, eventTypeId: string, from = Date.parse(NOW)): Promise<Availability> {
  const to = new Date(from + 14 * DAY);
  return getAvailability(ctx, { eventTypeId, from: new Date(from), to, timeZone: "Europe/Berlin" });
}

const startsOf = ({ days }: Availability) => days.flatMap(({ startsAt }) => startsAt);

/** What a process offers that remembers nothing. */
const askAnew = (eventTypeId: string) => ask({ ...clinic.asOwner, db: { ...db } }, eventTypeId);

function book(ctx: DomainContext, eventTypeId: string, startsAt: number) {
  const attendee = { name: "Chidi", email: "chidi@example.com" };
  const when = { startsAt: new Date(startsAt), timeZone: "UTC", clientCreatedAt: clock.now() };
  return createBooking(ctx, { eventTypeId, attendee, ...when });
}

test("what was read once is not read again while nothing changes, also for another range of the same days", async () => {
  const { id } = await clinic.addEventType();
  const [first] = processes;
  clock.advance(5 * MINUTE); // between two slots
  const offered = startsOf(await ask(first, id, Date.parse(NOW) + MINUTE));
  statements[0].length = 0;
  expect(startsOf(await ask(first, id, Date.parse(NOW) + 2 * MINUTE))).toEqual(offered);
  expect(statements[0]).toEqual(["availability_changes"]);
});

test("a booking by another process is seen by the next who asks, and only its host is read again", async () => {
  const [host, other] = [await clinic.addPerson(), await clinic.addPerson()];
  const hosts = [host, other].map(({ memberId }) => ({ memberId }));
  const { id } = await clinic.addEventType({ assignment: "collective", hosts });
  const alone = await clinic.addEventType({ hosts: [{ memberId: other.memberId }] });
  const [first, second] = processes;
  const [start] = startsOf(await ask(first, id));
  await book(second, alone.id, start!);
  statements[0].length = 0;
  expect(startsOf(await ask(first, id))).not.toContain(start);
  expect(statements[0]).toEqual(["availability_changes", "busy_time", "availability_changes"]);
});

test("what a transaction has changed is seen as soon as it is committed, though it was begun before others were", async () => {
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  const [first, second] = processes;
  const [one, two] = startsOf(await ask(first, id));
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO claim (subject_id, during, block_id)
       VALUES ($3, tstzrange($1, $2), 'blk_open')`,
      [new Date(two!), new Date(two! + 30 * MINUTE), uuidOf(memberId)],
    );
    await book(second, id, one!);
    expect(startsOf(await ask(first, id))).not.toContain(one);
    expect(startsOf(await ask(first, id))).toContain(two);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  expect(startsOf(await ask(first, id))).not.toContain(two);
});

test("a block that has no claim of its own, over a hold that has expired, is seen to go", async () => {
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  const [first, second] = processes;
  const start = startsOf(await ask(first, id))[20]!;
  const startsAt = new Date(start);
  await createHold({ ...second, sealer: createSealer("test") }, { eventTypeId: id, startsAt, ttlSeconds: 600 });
  const span = { startsAt, endsAt: new Date(start + 30 * MINUTE) };
  const block = await createBlock(second, { memberId, ...span });
  clock.advance(11 * MINUTE);
  expect(startsOf(await ask(first, id))).not.toContain(start);
  await deleteBlock(second, { blockId: block.id });
  expect(startsOf(await ask(first, id))).toContain(start);
});

test("what was worked out before midnight does not count when a rolling window has moved", async () => {
  clock.moveTo("2026-11-23T20:00:00Z");
  const { memberId } = await clinic.addPerson();
  const window = { type: "rolling", days: 7 } as const;
  const { id } = await clinic.addEventType({ hosts: [{ memberId }], bookingWindow: window });
  const [first] = processes;
  const lastDate = async () => (await ask(first, id)).days.findLast(({ startsAt }) => startsAt.length > 0)!.date;
  expect(await lastDate()).toBe("2026-11-30");
  clock.moveTo("2026-11-24T01:00:00Z");
  expect(await lastDate()).toBe("2026-12-01");
});

test("who has not asked for so long that changes may be deleted reads everything again", async () => {
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  const [first, second] = processes;
  const [start] = startsOf(await ask(first, id));
  await book(second, id, start!);
  await database.pool.query("TRUNCATE availability_change");
  // As though the last time had been an hour ago.
  first.db.query = (statement, [snapshot, at, ...values]) =>
    db.query(
      statement,
      statement.name === "availability_changes"
        ? [snapshot, new Date(Date.parse(at as string) - 60 * MINUTE)]
        : [snapshot, at, ...values],
    );
  expect(startsOf(await ask(first, id))).not.toContain(start);
});

test("changes are deleted when nobody can ask for them any more, and not before", async () => {
  const count = async () =>
    Number((await database.pool.query<{ n: string }>("SELECT count(*) AS n FROM availability_change")).rows[0]!.n);
  const ageMarks = () => database.pool.query("UPDATE availability_change_mark SET at = at - interval '6 minutes'");
  const { id } = await clinic.addEventType({ hosts: [{ memberId: (await clinic.addPerson()).memberId }] });
  const [start] = startsOf(await ask(processes[0], id));
  await database.pool.query("TRUNCATE availability_change, availability_change_mark");

  expect(await forgetAvailabilityChanges(processes[0])).toBe(0);
  await book(processes[0], id, start!);
  const written = await count();
  expect(written).toBeGreaterThan(0);
  await ageMarks(); // this mark was made before the booking
  expect(await forgetAvailabilityChanges(processes[0])).toBe(0);
  expect(await count()).toBe(written);
  // A mark speaks for the whole server: a test in another database may have been in the middle of something.
  let gone = 0;
  while (gone === 0) {
    await ageMarks();
    gone = await forgetAvailabilityChanges(processes[0]);
  }
  expect(gone).toBe(written);
  expect(await count()).toBe(0);
});

test("everything that busy time and terms are read from notes its changes", async () => {
  const { rows } = await database.pool.query<{ tgrelid: string }>(
    `SELECT tgrelid::regclass::text AS tgrelid FROM pg_trigger WHERE tgname LIKE '%\\_changes\\_%' ORDER BY 1`,
  );
  const noting = rows.map(({ tgrelid }) => tgrelid);
  const read = new Set<string>();
  const readBy = (text: string) => {
    for (const [, table] of text.matchAll(/\b(?:FROM|JOIN) (\w+)/g)) read.add(table!);
  };
  processes[0].db.query = (statement, values) => {
    // Details are always read.
    if (statement.name.startsWith("busy_time")) readBy(statement.text.replace(/CASE WHEN.*END AS detailed/s, ""));
    return db.query(statement, values);
  };
  const hosts = [clinic.owner, clinic.admin].map(({ memberId }) => ({ memberId }));
  await ask(processes[0], (await clinic.addEventType({ assignment: "collective", hosts })).id);
  await ask(processes[0], (await clinic.addEventType()).id);
  const { rows: functions } = await database.pool.query<{ prosrc: string }>(
    "SELECT prosrc FROM pg_proc WHERE proname = 'terms_are_current'",
  );
  readBy(functions[0]!.prosrc);
  for (const name of ["unnest", "jsonb_each_text"]) read.delete(name);
  expect([...read].sort()).toEqual(noting);
});

test(`two processes that remember offer what is offered anew, after each of ${STEPS} changes (seed ${SEED})`, async () => {
  const random = randomOf(SEED);
  const pick = <Each>(list: readonly Each[]) => list[Math.floor(random() * list.length)]!;
  const people = [await clinic.addPerson(), await clinic.addPerson(), await clinic.addPerson()];
  const hosts = people.map(({ memberId }) => ({ memberId }));
  await createResource(clinic.asOwner, { name: "Room 1", kind: "room", timeZone: "Europe/Berlin" });
  const usual = { bufferAfterMinutes: 10, minimumNoticeMinutes: 60 };
  const eventTypes = [
    await clinic.addEventType({ ...usual, hosts: hosts.slice(0, 1), resources: [{ kind: "room" }] }),
    await clinic.addEventType({ ...usual, assignment: "round_robin", hosts }),
    await clinic.addEventType({
      ...usual,
      assignment: "collective",
      hosts: hosts.slice(1),
      bookingWindow: { type: "rolling", days: 9 },
    }),
    await clinic.addEventType({ ...usual, hosts: hosts.slice(2), resources: [{ kind: "room" }] }),
    await clinic.addEventType({ hosts: hosts.slice(2), limits: [{ scope: "host", per: "day", bookings: 2 }] }),
  ];
  const holds: string[] = [];
  const bookings: string[] = [];
  const blocks: string[] = [];
  const resources: string[] = [];
  const someStart = async (): Promise<{ eventType: EventType; start: number | undefined }> => {
    const eventType = pick(eventTypes);
    return { eventType, start: pick(startsOf(await ask(pick(processes), eventType.id))) };
  };
  const span = (hoursAhead: number, hours: number) => {
    const startsAt = new Date(clock.now().getTime() + hoursAhead * 60 * MINUTE);
    return { startsAt, endsAt: new Date(startsAt.getTime() + hours * 60 * MINUTE) };
  };
  const changes: Record<string, (ctx: DomainContext) => Promise<unknown>> = {
    book: async (ctx) => {
      const { eventType, start } = await someStart();
      if (start !== undefined) bookings.push((await book(ctx, eventType.id, start)).id);
    },
    move: async (ctx) => {
      const { start } = await someStart();
      if (bookings.length > 0 && start !== undefined)
        await rescheduleBooking(ctx, { bookingId: pick(bookings), startsAt: new Date(start) });
    },
    cancel: async (ctx) => bookings.length > 0 && cancelBooking(ctx, { bookingId: pick(bookings) }),
    hold: async (ctx) => {
      const { eventType, start } = await someStart();
      if (start !== undefined)
        holds.push(
          (
            await createHold(
              { ...ctx, sealer: createSealer("test") },
              { eventTypeId: eventType.id, startsAt: new Date(start), ttlSeconds: 600 },
            )
          ).id,
        );
    },
    extend: async (ctx) => holds.length > 0 && extendHold(ctx, { holdId: holds.at(-1)!, ttlSeconds: 1200 }),
    release: async (ctx) => holds.length > 0 && releaseHold(ctx, holds.at(-1)!),
    sweep: (ctx) => deleteExpiredHolds(ctx),
    block: async (ctx) =>
      blocks.push(
        (await createBlock(ctx, { memberId: pick(people).memberId, ...span(random() * 200, 1 + random() * 8) })).id,
      ),
    moveBlock: async (ctx) =>
      blocks.length > 0 && updateBlock(ctx, { blockId: pick(blocks), ...span(random() * 200, 1 + random() * 8) }),
    unblock: async (ctx) => blocks.length > 0 && deleteBlock(ctx, { blockId: blocks.pop()! }),
    hours: (ctx) =>
      updateSchedule(ctx, {
        scheduleId: pick(people).scheduleId,
        weekly: [
          {
            days: ["monday", "tuesday", "wednesday", "friday"],
            start: pick(["08:00", "09:15"]),
            end: pick(["12:00", "17:00"]),
          },
        ],
      }),
    terms: (ctx) => updateEventType(ctx, { eventTypeId: pick(eventTypes).id, slotIntervalMinutes: pick([15, 30, 45]) }),
    addRoom: async (ctx) =>
      resources.push(
        (await createResource(ctx, { name: `Room ${resources.length + 2}`, kind: "room", timeZone: "Europe/Berlin" }))
          .id,
      ),
    removeRoom: async (ctx) => resources.length > 0 && deleteResource(ctx, { resourceId: resources.pop()! }),
    wait: () => {
      clock.advance(pick([1, 7, 61, 700]) * MINUTE);
      return Promise.resolve();
    },
  };
  const names = Object.keys(changes);
  const more = ["book", "hold", "hold", "wait", "wait", "wait"];
  const done: Record<string, number> = {};
  for (let step = 0; step < STEPS; step++) {
    const name = pick([...names, ...more]);
    try {
      await changes[name]!(pick(processes));
      done[name] = (done[name] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    for (const { id } of eventTypes) {
      const anew = startsOf(await askAnew(id));
      for (const process of processes)
        expect({ step, name, starts: startsOf(await ask(process, id)) }).toEqual({ step, name, starts: anew });
    }
  }
  expect(Object.keys(done).length).toBeGreaterThan(names.length / 2);
  const read = statements[0].filter((name) => name.startsWith("busy_time")).length;
  expect(read).toBeLessThan(STEPS * eventTypes.length);
});

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
