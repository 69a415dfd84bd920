import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import type { Answer, RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/** Two applications on one database, as two processes are: what one changes the other must not decide by any more. */

let world: RestWorld;
let twin: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  twin = await world.startTwin();
});

afterAll(() => world.close());

const onTwin = (method: string, path: string, body?: unknown): Promise<Answer> =>
  twin.call(method, path, { key: world.clinic.owner.key, body });

async function addHostedEventType() {
  const { clinic } = world;
  const host = await clinic.addPerson();
  const eventType = await clinic.addEventType({ hosts: [{ memberId: host.memberId }] });
  return { host, eventTypeId: eventType.id };
}

/** Makes the twin hold the event type in memory, and answers what it offers on this day. */
async function offeredByTwin(eventTypeId: string): Promise<string[]> {
  const range = "from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC";
  const { body } = await onTwin("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}`);
  return body.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
}

const bookOnTwin = (eventTypeId: string, startsAt: string) =>
  onTwin("POST", "/v1/bookings", bookingRequest(eventTypeId, startsAt));

test("shorter hours are respected by the other at once: it refuses, and offers what is left", async () => {
  const { host, eventTypeId } = await addHostedEventType();
  expect(await offeredByTwin(eventTypeId)).toHaveLength(16);
  const weekly = [{ days: ["tuesday"], start: "09:00", end: "10:00" }];
  await world.call("PATCH", `/v1/schedules/${host.scheduleId}`, { body: { weekly } });
  const refused = await bookOnTwin(eventTypeId, "2026-12-01T10:00:00Z");
  expect(refused.body).toMatchObject({ code: "slot_unavailable", reason: "outside_hours" });
  expect(await offeredByTwin(eventTypeId)).toEqual(["2026-12-01T08:00:00.000Z", "2026-12-01T08:30:00.000Z"]);
});

test("longer hours too: what it would have refused can be booked", async () => {
  const { host, eventTypeId } = await addHostedEventType();
  await offeredByTwin(eventTypeId);
  const weekly = [{ days: ["tuesday"], start: "06:00", end: "22:00" }];
  await world.call("PATCH", `/v1/schedules/${host.scheduleId}`, { body: { weekly } });
  expect((await bookOnTwin(eventTypeId, "2026-12-01T20:00:00Z")).status).toBe(201);
});

test("another default schedule of the host counts at once", async () => {
  const { host, eventTypeId } = await addHostedEventType();
  await offeredByTwin(eventTypeId);
  const { body } = await world.call("POST", "/v1/schedules", {
    body: { name: "Nights", memberId: host.memberId, timeZone: "UTC", weekly: [NIGHT], isDefault: true },
  });
  expect(body.id).toMatch(/^sch_/);
  expect((await bookOnTwin(eventTypeId, "2026-12-01T09:00:00Z")).body.reason).toBe("outside_hours");
  expect((await bookOnTwin(eventTypeId, "2026-12-01T03:00:00Z")).status).toBe(201);
});

const NIGHT = { days: ["tuesday"], start: "02:00", end: "05:00" };

test("an event type's new terms count at once, and its end as well", async () => {
  const { eventTypeId } = await addHostedEventType();
  await offeredByTwin(eventTypeId);
  await world.call("PATCH", `/v1/event-types/${eventTypeId}`, {
    body: { durationsMinutes: [45], slotIntervalMinutes: 45, title: "Longer", requiresConfirmation: true },
  });
  expect((await bookOnTwin(eventTypeId, "2026-12-01T08:30:00Z")).body.reason).toBe("off_grid");
  const { body } = await bookOnTwin(eventTypeId, "2026-12-01T08:45:00Z");
  expect(body).toMatchObject({ title: "Longer", durationMinutes: 45, status: "pending" });

  await world.call("DELETE", `/v1/event-types/${eventTypeId}`);
  expect((await bookOnTwin(eventTypeId, "2026-12-01T10:15:00Z")).status).toBe(404);
});

test("an event type that became private is 404 to the public at once", async () => {
  const { eventTypeId } = await addHostedEventType();
  await offeredByTwin(eventTypeId);
  await world.call("PATCH", `/v1/event-types/${eventTypeId}`, { body: { visibility: "private" } });
  const body = bookingRequest(eventTypeId, "2026-12-01T09:00:00Z");
  const { status } = await twin.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body });
  expect(status).toBe(404);
});

test("a booking of one process is not offered by the other", async () => {
  const { eventTypeId } = await addHostedEventType();
  await offeredByTwin(eventTypeId);
  await world.book(eventTypeId, "2026-12-01T09:00:00Z");
  expect(await offeredByTwin(eventTypeId)).not.toContain("2026-12-01T09:00:00.000Z");
  expect((await bookOnTwin(eventTypeId, "2026-12-01T09:00:00Z")).body.reason).toBe("booked");
});

test("while the hours change all the time in one process, the other never books outside of them", async () => {
  const { host, eventTypeId } = await addHostedEventType();
  const early = [{ days: ["tuesday"], start: "06:00", end: "08:00" }];
  const late = [{ days: ["tuesday"], start: "18:00", end: "20:00" }];
  for (let i = 0; i < 20; i++) {
    await world.call("PATCH", `/v1/schedules/${host.scheduleId}`, { body: { weekly: i % 2 === 0 ? early : late } });
    const tuesday = new Date(Date.parse("2027-01-05T00:00:00Z") + i * 7 * 86_400_000).toISOString().slice(0, 10);
    const [inEarly, inLate] = [
      await bookOnTwin(eventTypeId, `${tuesday}T06:00:00${berlinOffset(tuesday)}`),
      await bookOnTwin(eventTypeId, `${tuesday}T18:00:00${berlinOffset(tuesday)}`),
    ];
    expect([inEarly.status, inLate.status]).toEqual(i % 2 === 0 ? [201, 409] : [409, 201]);
  }
});

/** Of the dates that are used here, those from the last Sunday of March 2027 on are in summer time. */
function berlinOffset(date: string): string {
  return date < "2027-03-28" ? "+01:00" : "+02:00";
}

test("a key that was revoked is refused at once here, and within five seconds there", async () => {
  const { id, key } = await world.clinic.addKey({});
  const statuses = async () => [
    (await world.call("GET", "/v1/members", { key })).status,
    (await twin.call("GET", "/v1/members", { key })).status,
  ];
  expect(await statuses()).toEqual([200, 200]);
  await world.call("DELETE", `/v1/api-keys/${id}`);
  expect((await statuses())[0]).toBe(401);
  world.clock.advance(5_000);
  expect(await statuses()).toEqual([401, 401]);
});
