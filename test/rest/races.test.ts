import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { cutConnections } from "../support/cut-connections.ts";
import type { Answer, AnswerBody } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/**
 * DESIGN 4, the one invariant, over HTTP with the pool of production. Every round has times of its own; the rounds of one
 * host follow each other, the hosts race in parallel.
 */

/** `HOLDFAST_RACE_ROUNDS=200` asks for more; the run of all tests makes do with these. */
const ROUNDS = Number(process.env["HOLDFAST_RACE_ROUNDS"] ?? 40);
const HOSTS = 10;
const ANY_TIME = { override: ["day_off", "outside_hours", "off_grid"] };
const MINUTE = 60_000;

interface Lane {
  memberId: string;
  /** Half an hour, confirmed at once. */
  visit: string;
  /** The same, to be confirmed. */
  request: string;
  /** With buffers of different lengths. */
  treatment: string;
}

let world: RestWorld;
let lanes: Lane[];

beforeAll(async () => {
  world = await createRestWorld();
  lanes = [];
  for (let i = 0; i < HOSTS; i++) lanes.push(await addLane());
});

afterAll(async () => {
  await world.close();
});

async function addLane(): Promise<Lane> {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const hosts = [{ memberId }];
  const visit = await clinic.addEventType({ hosts });
  const request = await clinic.addEventType({ hosts, requiresConfirmation: true });
  const treatment = await clinic.addEventType({
    hosts,
    durationsMinutes: [20, 45],
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 10,
  });
  return { memberId, visit: visit.id, request: request.id, treatment: treatment.id };
}

/** Runs the rounds, each with a day of its own (epoch ms of its midnight) on one of the lanes. */
async function inRounds(firstDay: string, round: (lane: Lane, day: number) => Promise<void>): Promise<void> {
  const start = Date.parse(`${firstDay}T00:00:00Z`);
  const ofLane = async (lane: Lane) => {
    for (let i = 0; i < ROUNDS / HOSTS; i++) await round(lane, start + i * 1440 * MINUTE);
  };
  await Promise.all(lanes.map(ofLane));
}

const at = (day: number, minutes: number) => new Date(day + minutes * MINUTE).toISOString();

function create(eventTypeId: string, startsAt: string, more: object = {}): Promise<Answer> {
  const body = bookingRequest(eventTypeId, startsAt, { ...ANY_TIME, ...more });
  return world.call("POST", "/v1/bookings", { body });
}

async function created(eventTypeId: string, startsAt: string): Promise<AnswerBody> {
  const { status, body } = await create(eventTypeId, startsAt);
  expect(status).toBe(201);
  return body;
}

const command = (id: string, name: string, body: object = {}) =>
  world.call("POST", `/v1/bookings/${id}/${name}`, { body });
const move = (id: string, startsAt: string) => command(id, "reschedule", { startsAt, ...ANY_TIME });
const read = async (id: string) => (await world.call("GET", `/v1/bookings/${id}`)).body;

const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort();

/** What must be true at any time: no overlap, one claim for whoever takes time, none for whoever gave it back. */
async function expectConsistentClaims(): Promise<void> {
  const overlapping = await world.sql(
    `SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during`,
  );
  expect(overlapping).toEqual([]);
  const wrong = await world.sql(
    `SELECT b.id, b.status, count(c.id)::int AS claims FROM booking b LEFT JOIN claim c ON c.booking_id = b.id
     GROUP BY b.id HAVING count(c.id) <> CASE WHEN b.status IN ('cancelled', 'declined') THEN 0 ELSE 1 END`,
  );
  expect(wrong).toEqual([]);
  const misplaced = await world.sql(
    `SELECT b.id FROM booking b JOIN claim c ON c.booking_id = b.id WHERE c.during <> tstzrange(
       b.starts_at - b.buffer_before_minutes * interval '1 minute', b.ends_at + b.buffer_after_minutes * interval '1 minute')`,
  );
  expect(misplaced).toEqual([]);
}

test.each([64, 1_000])("%d parallel creates for one time: one 201, the others 409 with alternatives", async (n) => {
  const { id } = await world.clinic.addEventType();
  const startsAt = n === 64 ? "2026-12-01T09:00:00Z" : "2026-12-02T09:00:00Z";
  const answers = await Promise.all(Array.from({ length: n }, () => create(id, startsAt)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(n - 1);
  for (const { body } of refused) {
    expect(body).toMatchObject({ code: "slot_unavailable", reason: "booked" });
    expect(body.alternatives).toHaveLength(3);
  }
});

test("overlapping times with buffers: the claims of a host never meet", async () => {
  let booked = 0;
  await inRounds("2027-01-01", async ({ visit, treatment }, day) => {
    const answers = await Promise.all([
      create(treatment, at(day, 600)),
      create(treatment, at(day, 625), { durationMinutes: 45 }),
      create(visit, at(day, 610)),
      create(visit, at(day, 640)),
      create(treatment, at(day, 650)),
      create(visit, at(day, 680)),
    ]);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const won = answers.filter(({ status }) => status === 201).length;
    expect(won).toBeGreaterThanOrEqual(1);
    booked += won;
  });
  const [row] = await world.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM claim WHERE lower(during) >= $1",
    ["2027-01-01"],
  );
  expect(row!.count).toBe(booked);
  await expectConsistentClaims();
});

test("two bookings that swap: both are 409 and nothing has moved", async () => {
  await inRounds("2027-03-01", async ({ visit }, day) => {
    const [one, other] = [await created(visit, at(day, 600)), await created(visit, at(day, 630))];
    const answers = await Promise.all([move(one.id, other.startsAt), move(other.id, one.startsAt)]);
    expect(statuses(answers)).toEqual([409, 409]);
    expect([await read(one.id), await read(other.id)]).toEqual([one, other]);
  });
  await expectConsistentClaims();
});

test("two bookings of two hosts that swap hosts: both are 409 and nothing has moved", async () => {
  const other = await addLane();
  await inRounds("2027-05-01", async (lane, day) => {
    const startsAt = at(day, 600 + 45 * lanes.indexOf(lane));
    const [one, two] = [await created(lane.visit, startsAt), await created(other.visit, startsAt)];
    const answers = await Promise.all([
      command(one.id, "reschedule", { startsAt, hostId: other.memberId, ...ANY_TIME }),
      command(two.id, "reschedule", { startsAt, hostId: lane.memberId, ...ANY_TIME }),
    ]);
    expect(statuses(answers)).toEqual([409, 409]);
    expect([await read(one.id), await read(two.id)]).toEqual([one, two]);
  });
  await expectConsistentClaims();
});

test("cancel against reschedule: cancelled in the end, at a time that was its own, and the time is free", async () => {
  await inRounds("2027-07-01", async ({ visit }, day) => {
    const booking = await created(visit, at(day, 600));
    const [cancelled, moved] = await Promise.all([command(booking.id, "cancel"), move(booking.id, at(day, 660))]);
    expect(cancelled.status).toBe(200);
    expect([200, 409]).toContain(moved.status);
    if (moved.status === 409) expect(moved.body.code).toBe("booking_not_reschedulable");
    const wasMovedFirst = moved.status === 200;
    expect(await read(booking.id)).toMatchObject({
      status: "cancelled",
      startsAt: at(day, wasMovedFirst ? 660 : 600),
      version: wasMovedFirst ? 3 : 2,
    });
    for (const minutes of [600, 660]) await created(visit, at(day, minutes));
  });
  await expectConsistentClaims();
});

test("two reschedules to one free time: one wins, the other stays where it is", async () => {
  await inRounds("2027-09-01", async ({ visit }, day) => {
    const [one, other] = [await created(visit, at(day, 600)), await created(visit, at(day, 640))];
    const target = at(day, 700);
    const answers = await Promise.all([move(one.id, target), move(other.id, target)]);
    expect(statuses(answers)).toEqual([200, 409]);
    const [winner, loser] = answers[0].status === 200 ? [one, other] : [other, one];
    expect(await read(winner.id)).toMatchObject({ startsAt: target, version: 2 });
    expect(await read(loser.id)).toEqual(loser);
  });
  await expectConsistentClaims();
});

test("a create and a reschedule for one time: one of them has it", async () => {
  await inRounds("2027-11-01", async ({ visit }, day) => {
    const booking = await created(visit, at(day, 600));
    // Over the old and the new time at once: it can only have a place when the booking has gone further.
    const [wide, moved] = await Promise.all([create(visit, at(day, 615)), move(booking.id, at(day, 635))]);
    expect([201, 409]).toContain(wide.status);
    expect([200, 409]).toContain(moved.status);
    expect(wide.status === 201 && moved.status === 200).toBe(false);
  });
  await expectConsistentClaims();
});

test("two confirms without If-Match: both 200, one event, one audit line", async () => {
  const ids: string[] = [];
  await inRounds("2028-01-01", async ({ request }, day) => {
    const { id } = await created(request, at(day, 600));
    ids.push(id);
    const answers = await Promise.all([command(id, "confirm"), command(id, "confirm")]);
    expect(statuses(answers)).toEqual([200, 200]);
    for (const { body } of answers) expect(body).toMatchObject({ status: "confirmed", version: 2 });
  });
  for (const [table, type, subject] of [
    ["outbox_event", "type", "subject_id"],
    ["audit_entry", "action", "object_id"],
  ]) {
    const [row] = await world.sql<{ lines: number; bookings: number }>(
      `SELECT count(*)::int AS lines, count(DISTINCT ${subject})::int AS bookings FROM ${table}
       WHERE ${type} = 'booking.confirmed' AND ${subject} = ANY($1)`,
      [ids],
    );
    expect(row).toEqual({ lines: ROUNDS, bookings: ROUNDS });
  }
});

test("confirm against decline: one wins, the other is 409, and the claim goes with the winner", async () => {
  await inRounds("2028-03-01", async ({ request }, day) => {
    const { id } = await created(request, at(day, 600));
    const [confirmed, declined] = await Promise.all([command(id, "confirm"), command(id, "decline")]);
    expect(statuses([confirmed, declined])).toEqual([200, 409]);
    const { status } = await read(id);
    expect(status).toBe(confirmed.status === 200 ? "confirmed" : "declined");
  });
  await expectConsistentClaims();
});

test("64 parallel edits of one booking without If-Match: all 200, each in a version of its own", async () => {
  const { id } = await created(lanes[0]!.visit, "2028-05-01T09:00:00Z");
  const edit = (i: number) => world.call("PATCH", `/v1/bookings/${id}`, { body: { notes: `Edit ${i}` } });
  const answers = await Promise.all(Array.from({ length: 64 }, (_, i) => edit(i)));
  expect(new Set(statuses(answers))).toEqual(new Set([200]));
  const versions = answers.map(({ body }) => body.version).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: 64 }, (_, i) => i + 2));
});

test("32 parallel moves of one booking: all 200, and it is where the last one has put it", async () => {
  const { id } = await created(lanes[0]!.visit, "2028-05-02T09:00:00Z");
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, i) => move(id, at(Date.parse("2028-05-03"), 31 * i))),
  );
  expect(new Set(statuses(answers))).toEqual(new Set([200]));
  const last = answers.find(({ body }) => body.version === 33)!;
  expect(await read(id)).toEqual(last.body);
  await expectConsistentClaims();
});

test("none of this made PostgreSQL end a deadlock, or the application fail", async () => {
  expect(world.app.logged.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  // A session tells its figures at the latest when it ends.
  await cutConnections(world);
  const [row] = await world.sql<{ deadlocks: string }>(
    "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
  );
  expect(row!.deadlocks).toBe("0");
});
