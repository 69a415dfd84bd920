import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Person } from "../../support/clinic.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let host: Person;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
});

beforeEach(async () => {
  host = await world.clinic.addPerson();
  eventTypeId = (await addVisit()).id;
});

afterAll(() => world.close());

function addVisit(more: object = {}) {
  return world.clinic.addEventType({
    hosts: [{ memberId: host.memberId }],
    durationsMinutes: [60, 30],
    slotIntervalMinutes: 30,
    ...more,
  });
}

function move(bookingId: string, body: object, key = world.clinic.owner.key) {
  return world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body, key });
}

const NINE = "2026-12-01T08:00:00.000Z";
const HALF_PAST_NINE = "2026-12-01T08:30:00.000Z";
const TEN = "2026-12-01T09:00:00.000Z";

test("a booking moves, keeps its identity, and its old time is free again", async () => {
  const booking = await world.book(eventTypeId, NINE, { notes: "By the window", metadata: { room: "4" } });
  world.clock.advance(60_000);
  const { status, body } = await move(booking.id, { startsAt: "2026-12-01T11:00:00+01:00", reason: "Late train" });
  expect(status).toBe(200);
  expect(body).toEqual({
    ...booking,
    startsAt: "2026-12-01T10:00:00.000Z",
    endsAt: "2026-12-01T11:00:00.000Z",
    sequence: 1,
    version: 2,
    updatedAt: world.clock.now().toISOString(),
  });
  expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toEqual(body);
  expect((await world.book(eventTypeId, NINE)).status).toBe("confirmed");
});

test("its history tells what happened, by whom and why", async () => {
  const booking = await world.book(eventTypeId, NINE);
  await move(booking.id, { startsAt: TEN, reason: "Late train" });
  const { body } = await world.call("GET", `/v1/bookings/${booking.id}?expand=history`);
  expect(body.history).toMatchObject([
    { action: "booking.created", actorId: world.clinic.owner.memberId, reason: null },
    {
      action: "booking.rescheduled",
      actorId: world.clinic.owner.memberId,
      reason: "Late train",
      changes: { startsAt: [NINE, TEN], version: [1, 2] },
    },
  ]);
});

test("it may overlap with its own old time, and availability says so when told which booking is to be moved", async () => {
  const booking = await world.book(eventTypeId, NINE);
  const range = `from=${NINE}&to=${TEN}&timeZone=UTC`;
  const available = async (more: string) => {
    const { body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}${more}`);
    return body.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
  };
  expect(await available("")).toEqual([]);
  expect(await available(`&bookingId=${booking.id}`)).toEqual([NINE, HALF_PAST_NINE]);
  expect((await move(booking.id, { startsAt: HALF_PAST_NINE })).status).toBe(200);
});

test("it takes another length that the event type offers, and no other", async () => {
  const booking = await world.book(eventTypeId, NINE);
  const shorter = await move(booking.id, { startsAt: NINE, durationMinutes: 30 });
  expect(shorter.body).toMatchObject({ durationMinutes: 30, endsAt: HALF_PAST_NINE, version: 2 });
  expect((await world.book(eventTypeId, HALF_PAST_NINE)).status).toBe("confirmed");
  const odd = await move(booking.id, { startsAt: NINE, durationMinutes: 45 });
  expect(odd.status).toBe(422);
  expect(odd.body.errors).toMatchObject([{ pointer: "/durationMinutes" }]);
});

test("it keeps its length also when the event type no longer offers it", async () => {
  const booking = await world.book(eventTypeId, NINE);
  await world.call("PATCH", `/v1/event-types/${eventTypeId}`, { body: { durationsMinutes: [30] } });
  expect((await move(booking.id, { startsAt: TEN })).body).toMatchObject({ durationMinutes: 60 });
});

test("moving to a taken time is refused with alternatives, and nothing has moved", async () => {
  const booking = await world.book(eventTypeId, NINE);
  await world.book(eventTypeId, TEN);
  const { status, body } = await move(booking.id, { startsAt: TEN });
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: "slot_unavailable", reason: "booked" });
  // Its own old time is free for itself.
  expect(body.alternatives.map(({ startsAt }) => startsAt)).toContain(NINE);
  expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toEqual(booking);
});

test("moving to where it is already changes nothing", async () => {
  const booking = await world.book(eventTypeId, NINE);
  expect((await move(booking.id, { startsAt: NINE })).body).toEqual(booking);
});

test("another host takes it over by override only, when he is no host of the event type", async () => {
  const { clinic, book } = world;
  const other = await clinic.addPerson();
  const booking = await book(eventTypeId, NINE);
  const { key } = await clinic.addKey({ scopes: ["bookings:read", "bookings:write"] });
  const request = { startsAt: NINE, hostId: other.memberId };
  expect((await move(booking.id, request, key)).status).toBe(403);
  expect((await move(booking.id, request)).body).toMatchObject({ hostIds: [other.memberId], startsAt: NINE });

  const others = await clinic.addEventType({ hosts: [{ memberId: other.memberId }] });
  await expect(book(others.id, NINE)).rejects.toThrow("slot_unavailable");
  expect((await book(eventTypeId, NINE)).hostIds).toEqual([host.memberId]);
});

test("the other host's own hours and bookings count", async () => {
  const other = await world.clinic.addPerson();
  await world.call("PATCH", `/v1/schedules/${other.scheduleId}`, {
    body: { weekly: [{ days: ["tuesday"], start: "10:00", end: "12:00" }] },
  });
  const booking = await world.book(eventTypeId, NINE);
  expect((await move(booking.id, { startsAt: NINE, hostId: other.memberId })).body.reason).toBe("outside_hours");
  expect((await move(booking.id, { startsAt: TEN, hostId: other.memberId })).status).toBe(200);
});

test("a booking of a deleted event type can still be moved", async () => {
  const booking = await world.book(eventTypeId, NINE);
  await world.call("DELETE", `/v1/event-types/${eventTypeId}`);
  expect((await move(booking.id, { startsAt: TEN })).body).toMatchObject({ startsAt: TEN });
});

test("it keeps the buffers it was made with", async () => {
  const { id } = await addVisit({ bufferAfterMinutes: 30 });
  const booking = await world.book(id, NINE);
  await world.call("PATCH", `/v1/event-types/${id}`, { body: { bufferAfterMinutes: 0 } });
  await move(booking.id, { startsAt: TEN });
  const [claim] = await world.sql<{ from: Date; to: Date }>(
    `SELECT lower(during) AS from, upper(during) AS to FROM claim WHERE booking_id = $1`,
    [booking.id],
  );
  expect(claim).toEqual({ from: new Date(TEN), to: new Date("2026-12-01T10:30:00Z") });
});

test("what availability offers for it counts with its own buffers and length, as the move does", async () => {
  const { id } = await addVisit({ bufferAfterMinutes: 30 });
  const booking = await world.book(id, NINE);
  await world.call("PATCH", `/v1/event-types/${id}`, { body: { bufferAfterMinutes: 0, durationsMinutes: [30] } });
  await world.book(id, "2026-12-01T12:00:00.000Z");
  const range = `from=${NINE}&to=2026-12-01T14:00:00Z&timeZone=UTC&durationMinutes=60&bookingId=${booking.id}`;
  const { body } = await world.call("GET", `/v1/availability?eventTypeId=${id}&${range}&explain=true`);
  const offered = body.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
  const refused = body.days.flatMap(({ unavailable }) => unavailable);
  expect(offered).toHaveLength(9);
  expect(refused.map(({ reason }) => reason)).toEqual(["buffer", "booked", "booked"]);
  for (const { startsAt, reason } of refused) expect((await move(booking.id, { startsAt })).body.reason).toBe(reason);
  for (const startsAt of offered) expect((await move(booking.id, { startsAt })).status).toBe(200);
});

test("a pending booking stays pending and waits until its new start", async () => {
  const { id } = await addVisit({ requiresConfirmation: true });
  const booking = await world.book(id, NINE);
  const { body } = await move(booking.id, { startsAt: TEN });
  expect(body).toMatchObject({ status: "pending", pendingReasons: ["confirmation"], expiresAt: TEN });
});

test("the rules of availability bind the new time, until they are named", async () => {
  const { id } = await addVisit({ minimumNoticeMinutes: 7 * 1440 });
  const booking = await world.book(id, NINE);
  const soon = "2026-11-24T09:00:00.000Z";
  expect((await move(booking.id, { startsAt: soon })).body.reason).toBe("notice");
  expect((await move(booking.id, { startsAt: soon, override: ["notice"] })).body).toMatchObject({ startsAt: soon });
});
