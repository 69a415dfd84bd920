import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;
let booking: AnswerBody;

beforeAll(async () => {
  world = await createRestWorld();
  const eventType = await world.clinic.addEventType({
    locations: [{ type: "address", value: "Riverside 1", label: "Practice" }, { type: "phone" }],
    questions: [{ key: "age", label: "Age", type: "number", required: true }],
  });
  eventTypeId = eventType.id;
  booking = await world.book(eventTypeId, "2026-12-01T08:00:00Z", {
    answers: { age: 3 },
    notes: "Old",
    metadata: { a: "1", b: "2" },
    location: { type: "phone", value: "+493012345678" },
  });
});

afterAll(() => world.close());

function edit(body: object) {
  return world.call("PATCH", `/v1/bookings/${booking.id}`, { body });
}

test("a field that is given takes the place of the old value as a whole, one that is left out stays", async () => {
  world.clock.advance(1_000);
  const { body } = await edit({
    metadata: { c: "3" },
    answers: { age: 4 },
    location: { type: "address", value: "Riverside 1" },
  });
  expect(body).toEqual({
    ...booking,
    metadata: { c: "3" },
    answers: { age: 4 },
    location: { type: "address", value: "Riverside 1", label: "Practice" },
    version: 2,
    updatedAt: world.clock.now().toISOString(),
  });
});

test("null clears notes and location", async () => {
  expect((await edit({ notes: null, location: null })).body).toMatchObject({ notes: null, location: null });
});

test("what changes nothing leaves the version as it is, and no event", async () => {
  const { body: before } = await edit({ notes: "Same" });
  const count = () => world.sql("SELECT count(*) FROM outbox_event");
  const events = await count();
  expect((await edit({ notes: "Same" })).body).toEqual(before);
  expect((await edit({})).body).toEqual(before);
  expect(await count()).toEqual(events);
});

test.each([
  ["/answers/age", { answers: {} }],
  ["/answers/age", { answers: { age: "old" } }],
  ["/answers/other", { answers: { age: 3, other: 1 } }],
  ["/location", { location: { type: "link", value: "https://elsewhere.example" } }],
  ["/startsAt", { startsAt: "2026-12-02T08:00:00Z" }],
  ["/status", { status: "cancelled" }],
  ["/metadata/a", { metadata: { a: 1 } }],
])("what is wrong is told at its place: %s", async (pointer, body) => {
  const answer = await edit(body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test("a booking can be edited in any state, and when its event type was deleted", async () => {
  await world.call("POST", `/v1/bookings/${booking.id}/cancel`);
  await world.call("DELETE", `/v1/event-types/${eventTypeId}`);
  const { status, body } = await edit({ notes: "Did not come", answers: { age: 5 }, location: { type: "phone" } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: "cancelled", notes: "Did not come", answers: { age: 5 } });
});

test("a plain member edits his own bookings and finds no others", async () => {
  const { member, admin } = world.clinic;
  const own = await world.clinic.addEventType({ hosts: [{ memberId: member.memberId }] });
  const { id } = await world.book(own.id, "2026-12-02T08:00:00Z");
  const path = `/v1/bookings/${id}`;
  const body = { notes: "Mine" };
  expect((await world.call("PATCH", path, { key: member.key, body })).status).toBe(200);
  expect((await world.call("PATCH", path, { key: admin.key, body: { notes: "Yours" } })).status).toBe(200);
  const others = await world.call("PATCH", `/v1/bookings/${booking.id}`, { key: member.key, body });
  expect(others.status).toBe(404);
});
