import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { HostInput } from "../../../src/domain/event-type/event-type-input.ts";
import type { Assignment } from "../../../src/domain/event-type/event-type.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { cutConnections } from "../../support/cut-connections.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import type { Person } from "../../support/clinic.ts";

const MINUTE = 60_000;
const NINE = Date.parse("2026-12-01T08:00:00Z"); // 09:00 in Berlin, a Tuesday
const at = (minutes: number) => new Date(NINE + minutes * MINUTE).toISOString();

/** `HOLDFAST_RACE_ROUNDS=500` asks for more; the run of all tests makes do with these. */
const ROUNDS = Number(process.env["HOLDFAST_RACE_ROUNDS"] ?? 60);

let world: RestWorld;
let people: Person[];
let ids: string[];

beforeAll(async () => {
  world = await createRestWorld();
  people = [];
  for (let i = 0; i < 5; i++) people.push(await world.clinic.addPerson());
  ids = people.map(({ memberId }) => memberId);
});

afterAll(() => world.close());

/** An event type with hosts whom nobody else books. */
async function staffed(assignment: Assignment, options: Partial<HostInput>[], more: object = {}) {
  const hosts: HostInput[] = [];
  for (const option of options) hosts.push({ memberId: (await world.clinic.addPerson()).memberId, ...option });
  const { id } = await world.clinic.addEventType({ assignment, hosts, ...more });
  return { id, hostIds: hosts.map(({ memberId }) => memberId) };
}

const create = (eventTypeId: string, startsAt: string, more: object = {}, idempotencyKey?: string) =>
  world.call("POST", "/v1/bookings", {
    body: bookingRequest(eventTypeId, startsAt, more),
    ...(idempotencyKey && { headers: { "Idempotency-Key": idempotencyKey } }),
  });
const move = (id: string, body: object) => world.call("POST", `/v1/bookings/${id}/reschedule`, { body });

async function slots(eventTypeId: string, more = ""): Promise<{ startsAt: string; hostIds: string[] }[]> {
  const day = `from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=Europe/Berlin&expand=hosts`;
  const { status, body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${day}${more}`);
  expect(status).toBe(200);
  return body.days[0]!.slots as never;
}

async function expectNoOverlap(): Promise<void> {
  const overlapping = await world.sql(
    `SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during`,
  );
  expect(overlapping).toEqual([]);
}

describe("round robin", () => {
  test("each booking of one time goes to another host, in the order of the list, until none is left", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, {}, {}]);
    const chosen: string[][] = [];
    for (let i = 0; i < 3; i++) chosen.push((await world.book(id, at(0))).hostIds);
    expect(chosen).toEqual(hostIds.map((hostId) => [hostId]));
    const { status, body } = await create(id, at(0));
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: "slot_unavailable", reason: "booked" });
    expect(body.alternatives).toHaveLength(3);
  });

  test("64 parallel bookings of one time with five hosts: five on five hosts, the others 409", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, {}, {}, {}, {}]);
    const answers = await Promise.all(Array.from({ length: 64 }, () => create(id, at(0))));
    const booked = answers.filter(({ status }) => status === 201);
    expect(booked.flatMap(({ body }) => body.hostIds).sort()).toEqual([...hostIds].sort());
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(59);
    for (const { body } of refused) expect(body).toMatchObject({ code: "slot_unavailable", reason: "booked" });
  });

  test("who was chosen is told alike by the answer, the booking as it is read, its event and the kept answer", async () => {
    const { id, hostIds } = await staffed("round_robin", [{ fixed: true }, {}, {}]);
    const key = "which-of-them";
    const created = await create(id, at(0), {}, key);
    expect(created.body.hostIds).toEqual([hostIds[1], hostIds[0]]);
    const read = await world.call("GET", `/v1/bookings/${created.body.id}`);
    expect(read.body).toEqual(created.body);
    const replayed = await create(id, at(0), {}, key);
    expect(replayed.headers["idempotency-replayed"]).toBe("true");
    expect(replayed.body).toEqual(created.body);
    const events = await world.sql<{ payload: { booking: { hostIds: string[] } } }>(
      "SELECT payload FROM outbox_event WHERE subject_id = $1",
      [created.body.id],
    );
    expect(events.map(({ payload }) => payload.booking.hostIds)).toEqual([created.body.hostIds]);
  });

  test("who is fixed takes part each time, and where he is taken nothing can be booked", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, {}, { fixed: true }]);
    const [one, , fixed] = hostIds;
    await world.book(id, at(0));
    expect((await create(id, at(0))).status).toBe(409);
    expect((await world.book(id, at(30))).hostIds).toEqual([hostIds[1], fixed]);
    expect((await world.book(id, at(60))).hostIds).toEqual([one, fixed]);
    expect((await slots(id)).map(({ startsAt }) => startsAt)).not.toContain(at(0));
  });

  test("a higher priority is asked first, as long as there is somebody free of it", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, { priority: 5 }, { priority: 5 }]);
    const chosen = [];
    for (let i = 0; i < 3; i++) chosen.push(...(await world.book(id, at(0))).hostIds);
    for (let i = 0; i < 2; i++) chosen.push(...(await world.book(id, at(30 * (i + 1)))).hostIds);
    expect(chosen).toEqual([hostIds[1], hostIds[2], hostIds[0], hostIds[1], hostIds[2]]);
  });

  test("shares are as weights", async () => {
    const { id, hostIds } = await staffed("round_robin", [{ weight: 3 }, { weight: 1 }]);
    const counts = new Map<string, number>();
    for (let i = 0; i < 12; i++) {
      const [hostId] = (await world.book(id, at(30 * i))).hostIds as [string];
      counts.set(hostId, (counts.get(hostId) ?? 0) + 1);
    }
    expect([counts.get(hostIds[0]!), counts.get(hostIds[1]!)]).toEqual([9, 3]);
  });

  test("who joins starts level with the others", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, {}]);
    for (let i = 0; i < 6; i++) await world.book(id, at(30 * i));
    const joining = (await world.clinic.addPerson()).memberId;
    const hosts = [...hostIds, joining].map((memberId) => ({ memberId }));
    expect((await world.call("PATCH", `/v1/event-types/${id}`, { body: { hosts } })).status).toBe(200);
    const chosen = [];
    for (let i = 6; i < 12; i++) chosen.push(...(await world.book(id, at(30 * i))).hostIds);
    expect(chosen.filter((hostId) => hostId === joining)).toHaveLength(2);
  });

  test("availability is the union of what each host offers on his own grid, with who could serve", async () => {
    const early = people[0]!;
    const late = people[1]!;
    await setHours(early.scheduleId, "09:00", "11:00");
    await setHours(late.scheduleId, "10:10", "11:40");
    const hosts = [{ memberId: ids[0]! }, { memberId: ids[1]! }];
    const { id } = await world.clinic.addEventType({ assignment: "round_robin", hosts });
    expect(await slots(id)).toEqual([
      { startsAt: at(0), endsAt: at(30), hostIds: [ids[0]] },
      { startsAt: at(30), endsAt: at(60), hostIds: [ids[0]] },
      { startsAt: at(60), endsAt: at(90), hostIds: [ids[0]] },
      { startsAt: at(70), endsAt: at(100), hostIds: [ids[1]] },
      { startsAt: at(90), endsAt: at(120), hostIds: [ids[0]] },
      { startsAt: at(100), endsAt: at(130), hostIds: [ids[1]] },
      { startsAt: at(130), endsAt: at(160), hostIds: [ids[1]] },
    ]);
    expect((await slots(id, `&hostId=${ids[1]!}`)).map(({ startsAt }) => startsAt)).toEqual([at(70), at(100), at(130)]);
    expect((await create(id, at(70), { hostId: ids[0] })).body.reason).toBe("off_grid");
    expect((await world.book(id, at(70))).hostIds).toEqual([ids[1]]);
  });

  test("a host's own buffers count in place of the event type's", async () => {
    const { id, hostIds } = await staffed("round_robin", [{ bufferAfterMinutes: 60 }], { bufferAfterMinutes: 5 });
    const booking = await world.book(id, at(0));
    expect((await slots(id)).map(({ startsAt }) => startsAt).slice(0, 2)).toEqual([at(90), at(120)]);
    // He keeps them for this booking, whatever becomes of the event type.
    await world.call("PATCH", `/v1/event-types/${id}`, { body: { hosts: [{ memberId: hostIds[0] }] } });
    expect((await move(booking.id, { startsAt: at(30) })).status).toBe(200);
    const [claim] = await world.sql<{ minutes: number }>(
      "SELECT extract(epoch FROM upper(during) - lower(during))::int / 60 AS minutes FROM claim WHERE booking_id = $1",
      [booking.id],
    );
    expect(claim!.minutes).toBe(90);
  });

  test("a move keeps the hosts; another can be named in place of who was chosen", async () => {
    const { id, hostIds } = await staffed("round_robin", [{}, {}, { fixed: true }]);
    const [one, two, fixed] = hostIds;
    const booking = await world.book(id, at(0));
    await world.book(id, at(30), { hostId: one });
    const refused = await move(booking.id, { startsAt: at(30) });
    expect(refused.body).toMatchObject({ status: 409, reason: "booked" });
    const moved = await move(booking.id, { startsAt: at(60) });
    expect(moved.body.hostIds).toEqual([one, fixed]);
    const reassigned = await move(booking.id, { startsAt: at(60), hostId: two });
    expect(reassigned.body.hostIds).toEqual([two, fixed]);
    expect((await move(booking.id, { startsAt: at(60), hostId: fixed })).body.version).toBe(reassigned.body.version);
  });
});

describe("collective", () => {
  test("takes all hosts at once, on the grid of the first", async () => {
    const first = await world.clinic.addPerson();
    const second = await world.clinic.addPerson();
    await setHours(first.scheduleId, "09:10", "12:00");
    const hosts = [{ memberId: first.memberId }, { memberId: second.memberId }];
    const { id } = await world.clinic.addEventType({ assignment: "collective", hosts });
    const { id: solo } = await world.clinic.addEventType({ hosts: [hosts[1]!] });
    await world.book(solo, at(90));
    expect((await slots(id)).map(({ startsAt }) => startsAt)).toEqual([at(10), at(40), at(130)]);
    const hostIds = hosts.map(({ memberId }) => memberId);
    expect((await slots(id))[0]!.hostIds).toEqual(hostIds);
    expect((await create(id, at(90))).body.reason).toBe("off_grid");
    expect((await create(id, at(100))).body.reason).toBe("booked");
    expect((await world.book(id, at(10))).hostIds).toEqual(hostIds);
    expect((await create(solo, at(0))).status).toBe(409);
  });

  test("moves all hosts together, and none can be asked for", async () => {
    const { id, hostIds } = await staffed("collective", [{}, {}, {}]);
    const booking = await world.book(id, at(0));
    const moved = await move(booking.id, { startsAt: at(30) });
    expect(moved.body.hostIds).toEqual(hostIds);
    const claims = await world.sql("SELECT FROM claim WHERE booking_id = $1 AND lower(during) = $2", [
      booking.id,
      at(30),
    ]);
    expect(claims).toHaveLength(3);
    const message = "must be left out where the assignment is collective";
    for (const refused of [
      await move(booking.id, { startsAt: at(60), hostId: hostIds[0] }),
      await create(id, at(60), { hostId: hostIds[0] }),
    ]) {
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toEqual([{ pointer: "/hostId", message }]);
    }
  });

  test("beside bookings of the same hosts one by one, in opposite orders: no overlap, no deadlock, nothing half done", async () => {
    const { id, hostIds } = await staffed("collective", [{}, {}, {}]);
    const backwards = [...hostIds].reverse().map((memberId) => ({ memberId }));
    const { id: other } = await world.clinic.addEventType({ assignment: "collective", hosts: backwards });
    const solos: string[] = [];
    for (const memberId of hostIds) solos.push((await world.clinic.addEventType({ hosts: [{ memberId }] })).id);
    const anyTime = { override: ["day_off", "outside_hours", "off_grid"] };
    for (let round = 0; round < ROUNDS; round++) {
      const startsAt = at(30 * round);
      const wanted = [solos[2]!, id, solos[0]!, other, solos[1]!, id];
      const answers = await Promise.all(wanted.map((eventTypeId) => create(eventTypeId, startsAt, anyTime)));
      for (const { status } of answers) expect([201, 409]).toContain(status);
      const together = answers.filter(({ status }, i) => status === 201 && [1, 3, 5].includes(i)).length;
      const alone = answers.filter(({ status }, i) => status === 201 && [0, 2, 4].includes(i)).length;
      expect(["one together", "three alone"]).toContain(
        together === 1 && alone === 0 ? "one together" : together === 0 && alone === 3 ? "three alone" : answers,
      );
    }
    await expectNoOverlap();
  });
});

async function setHours(scheduleId: string, start: string, end: string): Promise<void> {
  const body = { weekly: [{ days: ["tuesday"], start, end }], overrides: [] };
  expect((await world.call("PATCH", `/v1/schedules/${scheduleId}`, { body })).status).toBe(200);
}

test("none of this made PostgreSQL end a deadlock, or the application fail", async () => {
  await expectNoOverlap();
  expect(world.app.logged.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  await cutConnections(world);
  const [row] = await world.sql<{ deadlocks: string }>(
    "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
  );
  expect(row!.deadlocks).toBe("0");
});
