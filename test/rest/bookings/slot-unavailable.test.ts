import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bookingRequest } from "../../support/booking-request.ts";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

interface Offer {
  offered: string[];
  refused: Map<string, string | undefined>;
}

/** What availability says of a week, with the reasons. */
async function readOffer(eventTypeId: string, from: string, to: string): Promise<Offer> {
  const query = `eventTypeId=${eventTypeId}&from=${from}&to=${to}&timeZone=Europe/Berlin&explain=true`;
  const { body } = await world.call("GET", `/v1/availability?${query}`);
  const refused = body.days.flatMap(({ unavailable }) => unavailable);
  return {
    offered: body.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt)),
    refused: new Map(refused.map(({ startsAt, reason }) => [startsAt, reason])),
  };
}

function tryToBook(eventTypeId: string, startsAt: string): Promise<{ status: number; body: AnswerBody }> {
  return world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt) });
}

test("what is offered in a week can be booked, what is not is refused with the reason that explain gives", async () => {
  const { clinic, clock } = world;
  clock.moveTo("2026-11-25T10:10:00.000Z");
  const { id } = await clinic.addEventType({
    durationsMinutes: [45],
    slotIntervalMinutes: 30,
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 20,
    minimumNoticeMinutes: 120,
    bookingWindow: { type: "rolling", days: 8 },
  });
  await world.book(id, "2026-11-25T14:00:00Z");
  await world.book(id, "2026-11-27T09:00:00Z");

  const { offered, refused } = await readOffer(id, "2026-11-25T00:00:00Z", "2026-12-05T00:00:00Z");
  const reasons = new Set(refused.values());
  expect([...reasons].sort()).toEqual(["booked", "buffer", "day_off", "notice", "outside_hours", "past", "window"]);

  for (const [startsAt, reason] of refused) {
    const { status, body } = await tryToBook(id, startsAt);
    expect({ startsAt, status, code: body.code, reason: body.reason }).toEqual({
      startsAt,
      status: 409,
      code: "slot_unavailable",
      reason,
    });
    expect(body.alternatives).toHaveLength(3);
    for (const { startsAt: other } of body.alternatives) expect(offered).toContain(other);
  }
  for (const startsAt of offered) {
    const before = await readOffer(id, startsAt, new Date(Date.parse(startsAt) + 60_000).toISOString());
    const { status, body } = await tryToBook(id, startsAt);
    expect({ startsAt, status, reason: body.reason }).toEqual({
      startsAt,
      status: before.offered.length === 1 ? 201 : 409,
      reason: before.refused.get(startsAt),
    });
  }
});

test("a time beside the grid is refused as off_grid, one that runs past the hours as outside_hours", async () => {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }], durationsMinutes: [30] });
  expect((await tryToBook(id, "2026-12-01T09:10:00Z")).body.reason).toBe("off_grid");
  expect((await tryToBook(id, "2026-12-01T16:00:00Z")).body.reason).toBe("outside_hours");
  expect((await tryToBook(id, "2026-12-01T15:30:00Z")).status).toBe(201);
});

test("alternatives are the three nearest free times, in order of time", async () => {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }], durationsMinutes: [30] });
  await world.book(id, "2026-12-01T09:00:00Z");
  await world.book(id, "2026-12-01T09:30:00Z");
  const { body } = await tryToBook(id, "2026-12-01T09:00:00Z");
  expect(body.alternatives).toEqual([
    { startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T08:30:00.000Z" },
    { startsAt: "2026-12-01T08:30:00.000Z", endsAt: "2026-12-01T09:00:00.000Z" },
    { startsAt: "2026-12-01T10:00:00.000Z", endsAt: "2026-12-01T10:30:00.000Z" },
  ]);
});

test("a host who has no hours left offers nothing, and there are no alternatives", async () => {
  const { clinic, call } = world;
  const { memberId, scheduleId } = await clinic.addPerson();
  const { id } = await clinic.addEventType({ hosts: [{ memberId }] });
  await call("PATCH", `/v1/schedules/${scheduleId}`, { body: { weekly: [], overrides: [] } });
  const { status, body } = await tryToBook(id, "2026-12-01T09:00:00Z");
  expect(status).toBe(409);
  expect(body).toMatchObject({ reason: "day_off", alternatives: [] });
});

test("bookings of one host collide across event types, and only by their buffers tell the reason buffer", async () => {
  const { clinic } = world;
  const { memberId } = await clinic.addPerson();
  const hosts = [{ memberId }];
  const plain = await clinic.addEventType({ hosts, durationsMinutes: [30] });
  const buffered = await clinic.addEventType({ hosts, durationsMinutes: [30], bufferBeforeMinutes: 15 });
  await world.book(plain.id, "2026-12-01T09:00:00Z");
  expect((await tryToBook(buffered.id, "2026-12-01T09:00:00Z")).body.reason).toBe("booked");
  expect((await tryToBook(buffered.id, "2026-12-01T09:30:00Z")).body.reason).toBe("buffer");
  expect((await tryToBook(buffered.id, "2026-12-01T10:00:00Z")).status).toBe(201);
  expect((await tryToBook(plain.id, "2026-12-01T09:30:00Z")).body.reason).toBe("buffer");
});
