import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { deleteExpiredHolds } from "../../../src/domain/hold/delete-expired-holds.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import type { CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const DAY_MS = 86_400_000;
let day = 0;

/** A working day that no other test uses: its Berlin hours by the minute after nine. */
function nextDay(): (minutes: number) => string {
  const days = Math.floor(day / 4) * 7 + (day++ % 4);
  const nine = Date.parse("2027-01-04T08:00:00.000Z") + days * DAY_MS;
  return (minutes) => new Date(nine + minutes * 60_000).toISOString();
}

const block = (startsAt: string, endsAt: string, more: object = {}, options: CallOptions = {}) =>
  world.call("POST", "/v1/blocks", { body: { startsAt, endsAt, ...more }, ...options });
const book = (eventTypeId: string, startsAt: string, more: object = {}) =>
  world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt, more) });

async function explained(eventTypeId: string, at: (minutes: number) => string) {
  const query = `eventTypeId=${eventTypeId}&from=${at(0)}&to=${at(480)}&timeZone=UTC&explain=true`;
  const { body } = await world.call("GET", `/v1/availability?${query}`);
  return {
    offered: body.days[0]!.slots.map((slot) => slot.startsAt),
    reasons: new Map(body.days[0]!.unavailable.map(({ startsAt, reason }) => [startsAt, reason])),
  };
}

/** All of a block's time is somebody's, and no two have the same. */
async function expectCovered(id: string): Promise<void> {
  const open = await world.sql(
    `SELECT FROM block WHERE id = $1 AND NOT isempty(tstzmultirange(tstzrange(starts_at, ends_at)) - (
       SELECT coalesce(range_agg(during), '{}') FROM claim WHERE subject_id = block.subject_id))`,
    [id],
  );
  expect(open).toEqual([]);
}

describe("a block", () => {
  test("keeps its time from bookings and holds, and says so to those who ask why", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const at = nextDay();
    const { status, body } = await block(at(60), at(120), { reason: "training", note: "Ask Ada." });
    expect(status).toBe(201);
    expect(body).toMatchObject({ reason: "training", note: "Ask Ada.", conflicts: [], version: 1 });
    expect((await world.call("GET", `/v1/blocks/${body.id}`)).body).toEqual(body);
    expect((await book(eventTypeId, at(60))).body).toMatchObject({ code: "slot_unavailable", reason: "blocked" });
    const held = await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt: at(90) } });
    expect(held.body.reason).toBe("blocked");
    const { offered, reasons } = await explained(eventTypeId, at);
    expect([reasons.get(at(60)), reasons.get(at(90)), offered.includes(at(120))]).toEqual(["blocked", "blocked", true]);
    const asked = `memberId=${body.memberId}&from=${at(100)}&to=${at(130)}`;
    expect((await world.call("GET", `/v1/blocks?${asked}`)).body.data).toEqual([body]);
    expect((await world.call("GET", `/v1/blocks?from=${at(120)}&to=${at(130)}`)).body.data).toEqual([]);
  });

  test("leaves bookings that are there, names them, and takes their time when it is given back", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({ requiresConfirmation: true });
    const at = nextDay();
    const booked = [];
    for (const minutes of [30, 90, 150]) booked.push((await book(eventTypeId, at(minutes))).body.id);
    const { body } = await block(at(0), at(240));
    expect(body.conflicts).toEqual(booked);
    await expectCovered(body.id);

    await world.call("POST", `/v1/bookings/${booked[0]}/cancel`);
    await world.call("POST", `/v1/bookings/${booked[1]}/decline`);
    await world.call("POST", `/v1/bookings/${booked[2]}/reschedule`, { body: { startsAt: at(300) } });
    for (const minutes of [30, 90, 150]) expect((await book(eventTypeId, at(minutes))).body.reason).toBe("blocked");
    expect((await world.call("GET", `/v1/blocks/${body.id}`)).body.conflicts).toEqual([]);
    await expectCovered(body.id);
  });

  test("takes the time of a hold that is released or expires inside it, before anybody else", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const at = nextDay();
    const holds = [];
    for (const minutes of [0, 30, 60])
      holds.push((await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt: at(minutes) } })).body.id);
    const { body } = await block(at(0), at(120));
    await world.call("DELETE", `/v1/holds/${holds[0]}`);
    expect((await book(eventTypeId, at(0))).body.reason).toBe("blocked");
    const now = world.clock.now().toISOString();
    world.clock.advance(600_000);
    expect((await explained(eventTypeId, at)).offered).not.toContain(at(30));
    expect((await book(eventTypeId, at(30))).status).toBe(409);
    expect((await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt: at(30) } })).status).toBe(409);
    await deleteExpiredHolds({ db: world.app.db, clock: world.clock });
    await expectCovered(body.id);
    world.clock.moveTo(now);
  });

  test("is changed and deleted: what it no longer covers is free", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const at = nextDay();
    const { body } = await block(at(0), at(120));
    const changed = await world.call("PATCH", `/v1/blocks/${body.id}`, { body: { startsAt: at(60), endsAt: at(180) } });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    expect((await book(eventTypeId, at(150))).body.reason).toBe("blocked");
    expect((await book(eventTypeId, at(30))).status).toBe(201);
    const headers = { "If-Match": '"1"' };
    expect((await world.call("DELETE", `/v1/blocks/${body.id}`, { headers })).status).toBe(412);
    expect((await world.call("DELETE", `/v1/blocks/${body.id}`)).status).toBe(204);
    expect((await world.call("GET", `/v1/blocks/${body.id}`)).status).toBe(404);
    expect((await book(eventTypeId, at(150))).status).toBe(201);
  });

  test("that overlaps another one takes over where that ends", async () => {
    const at = nextDay();
    const [first, second] = [await block(at(0), at(120)), await block(at(60), at(180))];
    await world.call("DELETE", `/v1/blocks/${first.body.id}`);
    await expectCovered(second.body.id);
  });

  test("ends after it begins, within a year, and is of a member", async () => {
    const at = nextDay();
    expect((await block(at(60), at(60))).body.errors).toMatchObject([{ pointer: "/endsAt" }]);
    expect((await block(at(0), at(1440 * 367))).status).toBe(422);
    const key = world.clinic.member.key;
    expect((await block(at(0), at(60), { memberId: world.clinic.admin.memberId }, { key })).status).toBe(403);
    expect((await block(at(0), at(60), {}, { key })).body.memberId).toBe(world.clinic.member.memberId);
  });
});

test("blocks, bookings, moves and cancellations at once: no overlap, no gap in a block, no 5xx, in 15 rounds", async () => {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  for (let round = 0; round < 15; round++) {
    const at = nextDay();
    const before = [];
    for (const minutes of [0, 60, 120, 180]) before.push((await world.book(id, at(minutes))).id);
    const answers = await Promise.all([
      ...[0, 1].map((n) => block(at(30 * n), at(240 - 30 * n), { memberId })),
      ...Array.from({ length: 16 }, (_, n) => book(id, at(30 * (n % 8)))),
      ...before.slice(0, 2).map((bookingId) => world.call("POST", `/v1/bookings/${bookingId}/cancel`)),
      ...before
        .slice(2)
        .map((bookingId, n) =>
          world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body: { startsAt: at(300 + 30 * n) } }),
        ),
    ]);
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    for (const { body } of answers.slice(0, 2)) await expectCovered(body.id);
  }
});
