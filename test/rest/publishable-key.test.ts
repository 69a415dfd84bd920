import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventType } from "../../src/domain/event-type/event-type.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypes: Record<"public" | "unlisted" | "private", EventType>;

beforeAll(async () => {
  world = await createRestWorld();
  const { addEventType } = world.clinic;
  eventTypes = {
    public: await addEventType({ visibility: "public" }),
    unlisted: await addEventType({ visibility: "unlisted" }),
    private: await addEventType({ visibility: "private" }),
  };
});

afterAll(() => world.close());

function call(method: string, path: string, body?: unknown) {
  return world.call(method, path, { key: world.clinic.publishableKey, body });
}

test("it lists what is public, and gets what is unlisted by its id, but nothing private", async () => {
  const listed = await call("GET", "/v1/event-types");
  expect(listed.body.data.map(({ id }) => id)).toEqual([eventTypes.public.id]);
  expect((await call("GET", `/v1/event-types?slug=${eventTypes.unlisted.slug}`)).body.data).toEqual([]);
  const status = async (each: EventType) => (await call("GET", `/v1/event-types/${each.id}`)).status;
  expect([
    await status(eventTypes.public),
    await status(eventTypes.unlisted),
    await status(eventTypes.private),
  ]).toEqual([200, 200, 404]);
});

test("it is not told by which schedules hosts work", async () => {
  const { clinic } = world;
  const { memberId, scheduleId } = clinic.owner;
  const { id } = await clinic.addEventType({ hosts: [{ memberId, scheduleId }], visibility: "unlisted" });
  expect((await world.call("GET", `/v1/event-types/${id}`)).body).toMatchObject({ hosts: [{ memberId, scheduleId }] });
  expect((await call("GET", `/v1/event-types/${id}`)).text).not.toContain(scheduleId);
  expect((await call("GET", "/v1/event-types")).text).not.toContain("scheduleId");
});

test.each([
  ["public", 201, 200],
  ["unlisted", 201, 200],
  ["private", 404, 404],
] as const)("it books what is %s with %d, and asks for its times with %d", async (visibility, created, asked) => {
  const { id } = eventTypes[visibility];
  const day = { public: "2026-12-01", unlisted: "2026-12-02", private: "2026-12-03" }[visibility];
  const query = `eventTypeId=${id}&from=${day}T00:00:00Z&to=${day}T23:00:00Z&timeZone=UTC`;
  expect((await call("GET", `/v1/availability?${query}`)).status).toBe(asked);
  expect((await call("POST", "/v1/bookings", bookingRequest(id, `${day}T09:00:00Z`))).status).toBe(created);
});

test("a refused time has alternatives and no reason", async () => {
  const { status, body } = await call(
    "POST",
    "/v1/bookings",
    bookingRequest(eventTypes.public.id, "2026-12-05T09:00:00Z"),
  );
  expect(status).toBe(409);
  expect(body.code).toBe("slot_unavailable");
  expect(body).not.toHaveProperty("reason");
  expect(body.alternatives).toHaveLength(3);
});

test("what it books is said to have been booked by the key, on nobody's behalf", async () => {
  const { body } = await call("POST", "/v1/bookings", bookingRequest(eventTypes.public.id, "2026-12-07T09:00:00Z"));
  const read = await world.call("GET", `/v1/bookings/${body.id}?expand=history`);
  expect(read.body.history).toMatchObject([{ action: "booking.created", actorId: expect.stringMatching(/^key_/) }]);
});

test("a key of a private event type's day is nothing to it: deleted ones are gone too", async () => {
  const { id } = await world.clinic.addEventType();
  await world.call("DELETE", `/v1/event-types/${id}`);
  expect((await call("GET", `/v1/event-types/${id}`)).status).toBe(404);
  expect((await call("GET", "/v1/event-types?deleted=true")).body.data).toEqual([]);
  expect((await call("POST", "/v1/bookings", bookingRequest(id, "2026-12-08T09:00:00Z"))).status).toBe(404);
});

describe("it may not", () => {
  test("look through a booking at its time", async () => {
    const { id } = await world.book(eventTypes.public.id, "2026-12-09T09:00:00Z");
    const query = `eventTypeId=${eventTypes.public.id}&from=2026-12-09T00:00:00Z&to=2026-12-10T00:00:00Z&timeZone=UTC`;
    expect((await call("GET", `/v1/availability?${query}&bookingId=${id}`)).status).toBe(403);
  });

  test("set rules aside", async () => {
    const body = bookingRequest(eventTypes.public.id, "2026-12-09T10:00:00Z", { override: ["notice"] });
    expect((await call("POST", "/v1/bookings", body)).status).toBe(403);
  });
});
