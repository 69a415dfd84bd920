import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deleteExpiredHolds } from "../../../src/domain/hold/delete-expired-holds.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import type { Answer } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** DESIGN 4, of holds: convert or take-over, never both, and nobody waits for nothing. */

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
let day = 0;

function nextMorning(): string {
  const days = Math.floor(day / 4) * 7 + (day++ % 4);
  return new Date(Date.parse("2027-01-04T08:00:00.000Z") + days * DAY_MS).toISOString();
}

const hold = (eventTypeId: string, startsAt: string, more: object = {}) =>
  world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt, ...more } });
const book = (eventTypeId: string, startsAt: string, more: object = {}) =>
  world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt, more) });
const times = <Result>(n: number, work: (i: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const of = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status);

/** No overlap; and every hold that is live, and every booking, has as many claims as hosts, a hold that is over has none. */
async function expectConsistentClaims(): Promise<void> {
  const overlapping = await world.sql(
    "SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during",
  );
  expect(overlapping).toEqual([]);
  const wrong = await world.sql(
    `SELECT b.id FROM booking b WHERE status = 'confirmed' AND
       (SELECT count(*) FROM claim c WHERE c.booking_id = b.id) <> (SELECT count(*) FROM booking_host h WHERE h.booking_id = b.id)
     UNION ALL SELECT h.id FROM hold h WHERE (outcome IS NOT NULL AND EXISTS (SELECT FROM claim c WHERE c.hold_id = h.id))
       OR (outcome IS NULL AND expires_at > $1 AND (SELECT count(*) FROM claim c WHERE c.hold_id = h.id) <> cardinality(host_ids))`,
    [world.clock.now()],
  );
  expect(wrong).toEqual([]);
}

test("64 parallel holds of one time: one 201, the others 409 with alternatives", async () => {
  const { id } = await world.clinic.addEventType();
  const startsAt = nextMorning();
  const answers = await times(64, () => hold(id, startsAt));
  expect(of(answers, 201)).toHaveLength(1);
  expect(of(answers, 409)).toHaveLength(63);
  for (const { body } of of(answers, 409)) expect(body).toMatchObject({ code: "slot_unavailable", reason: "held" });
  await expectConsistentClaims();
});

test("64 parallel conversions of one hold: one booking, the others are told that it is over", async () => {
  const { clinic } = world;
  const hosts = [clinic.owner, clinic.admin].map(({ memberId }) => ({ memberId }));
  const { id } = await clinic.addEventType({ assignment: "round_robin", hosts });
  const startsAt = nextMorning();
  const { id: holdId } = (await hold(id, startsAt)).body;
  const answers = await times(64, () => book(id, startsAt, { holdId }));
  expect(of(answers, 201)).toHaveLength(1);
  expect(of(answers, 409).map(({ body }) => body.code)).toEqual(Array(63).fill("hold_over"));
  await expectConsistentClaims();
});

test.each(["solo", "collective"] as const)(
  "%s: a hold that has just expired is taken over or converted, never both; by 64 at once, in 15 rounds",
  async (assignment) => {
    const { clinic, clock } = world;
    const people = assignment === "solo" ? [clinic.owner] : [clinic.owner, clinic.admin, clinic.member];
    const hosts = people.map(({ memberId }) => ({ memberId }));
    const { id } = await clinic.addEventType({ assignment, hosts });
    const { id: solo } = await clinic.addEventType({ hosts: [hosts.at(-1)!] });
    for (let round = 0; round < 15; round++) {
      const startsAt = nextMorning();
      const { id: holdId } = (await hold(id, startsAt, { ttlSeconds: 30 })).body;
      clock.advance(31_000);
      const answers = await times(64, (i) => {
        if (i % 16 === 7) return world.call("POST", `/v1/holds/${holdId}/extend`);
        if (i % 16 === 15) return world.call("DELETE", `/v1/holds/${holdId}`);
        if (i % 4 === 0) return book(id, startsAt, { holdId });
        if (i % 4 === 1) return book(solo, startsAt);
        return i % 4 === 2 ? hold(id, startsAt) : book(id, startsAt);
      });
      await deleteExpiredHolds({ db: world.app.db, clock });
      expect(of(answers, 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => ![201, 204, 409].includes(status))).toEqual([]);
      await expectConsistentClaims();
    }
  },
  120_000,
);

test("a live hold is converted, released, extended and moved round at once, with others after its time: no overlap, no 5xx", async () => {
  const { clinic } = world;
  const hosts = [clinic.owner, clinic.admin, clinic.member].map(({ memberId }) => ({ memberId }));
  const { id } = await clinic.addEventType({ assignment: "collective", hosts });
  for (let round = 0; round < 15; round++) {
    const startsAt = nextMorning();
    const { id: holdId } = (await hold(id, startsAt)).body;
    const answers = await times(32, (i) => {
      if (i % 4 === 0) return book(id, startsAt, { holdId });
      if (i % 4 === 1) return world.call("POST", `/v1/holds/${holdId}/extend`);
      return i % 4 === 2 ? world.call("DELETE", `/v1/holds/${holdId}`) : book(id, startsAt);
    });
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(of(answers, 201).length).toBeLessThanOrEqual(1);
    await expectConsistentClaims();
  }
}, 120_000);

test("two bookings that are moved at once, each to a time that is held for it, next to the other", async () => {
  const { id } = await world.clinic.addEventType({ durationsMinutes: [60], slotIntervalMinutes: 30 });
  for (let round = 0; round < 10; round++) {
    const startsAt = nextMorning();
    const at = (minutes: number) => new Date(Date.parse(startsAt) + minutes * MINUTE_MS).toISOString();
    const moving = await Promise.all(
      [at(0), at(150)].map(async (from, i) => {
        const { id: bookingId } = await world.book(id, from);
        const to = [at(30), at(120)][i]!;
        const { body } = await hold(id, to, { bookingId });
        return { path: `/v1/bookings/${bookingId}/reschedule`, body: { startsAt: to, holdId: body.id } };
      }),
    );
    const answers = await Promise.all(
      moving.flatMap((call) => [call, call]).map(({ path, body }) => world.call("POST", path, { body })),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(of(answers, 200).length).toBeGreaterThanOrEqual(2);
    await expectConsistentClaims();
  }
});

test("what availability offers can be held, then extended, then booked; what it does not offer is refused", async () => {
  const { clinic } = world;
  const hosts = [clinic.owner, clinic.admin].map(({ memberId }, i) => ({ memberId, bufferAfterMinutes: i * 20 }));
  const { id } = await clinic.addEventType({ assignment: "round_robin", hosts, bufferBeforeMinutes: 10 });
  const startsAt = nextMorning();
  const range = `from=${startsAt.slice(0, 10)}T00:00:00Z&to=${startsAt.slice(0, 10)}T23:00:00Z&timeZone=UTC`;
  const offered = async () => {
    const { body } = await world.call("GET", `/v1/availability?eventTypeId=${id}&${range}&explain=true`);
    return { free: body.days[0]!.slots.map((slot) => slot.startsAt), taken: body.days[0]!.unavailable };
  };
  let state = 42;
  const random = (n: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % n;
  for (let { free } = await offered(); free.length > 0; { free } = await offered()) {
    const time = free[random(free.length)]!;
    const held = await hold(id, time);
    expect([time, held.status]).toEqual([time, 201]);
    if (random(3) > 0) expect((await book(id, time, { holdId: held.body.id })).status).toBe(201);
  }
  const { taken } = await offered();
  expect(taken.length).toBeGreaterThan(10);
  for (const { startsAt: time, reason } of taken)
    expect((await hold(id, time)).body).toMatchObject({ code: "slot_unavailable", reason });
});
