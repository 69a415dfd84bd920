import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newId } from "../../../src/domain/shared/ids.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { NOW } from "../../support/domain-context.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

test("a booking is answered with everything that was asked for, and read back the same", async () => {
  const { clinic, call } = world;
  const eventType = await clinic.addEventType({
    title: "First visit",
    durationsMinutes: [30, 60],
    bufferBeforeMinutes: 10,
    locations: [{ type: "address", value: "Riverside 1", label: "Practice" }, { type: "phone" }],
    questions: [
      { key: "first_visit", label: "Is it your first visit?", type: "boolean", required: true },
      { key: "topics", label: "What about?", type: "multiple_choice", options: ["sleep", "diet"] },
    ],
    price: { amountMinor: 4500, currency: "EUR" },
  });

  const created = await call("POST", "/v1/bookings", {
    body: {
      eventTypeId: eventType.id,
      startsAt: "2026-12-01T10:00:00+01:00",
      timeZone: "Asia/Kolkata",
      attendee: { name: "Ada Byron", email: "Ada@Example.com", phone: "+493012345678", locale: "de" },
      clientCreatedAt: "2026-11-22T13:45:30.123456+05:30",
      durationMinutes: 60,
      hostId: clinic.owner.memberId,
      answers: { first_visit: true, topics: ["sleep"] },
      guests: [{ email: "charles@example.com", name: "Charles" }, { email: "mary@example.com" }],
      location: { type: "phone", value: "+493012345678" },
      metadata: { patientNumber: "4711" },
      notes: "Two lines\nof notes.",
    },
  });

  expect(created.status).toBe(201);
  expect(created.headers.location).toBe(`/v1/bookings/${created.body.id}`);
  expect(created.headers.etag).toBe('"1"');
  expect(created.body).toEqual({
    id: expect.stringMatching(/^bkg_/),
    status: "confirmed",
    pendingReasons: [],
    expiresAt: null,
    eventTypeId: eventType.id,
    title: "First visit",
    hostIds: [clinic.owner.memberId],
    resourceIds: [],
    groupSessionId: null,
    seriesId: null,
    recurrenceId: null,
    startsAt: "2026-12-01T09:00:00.000Z",
    endsAt: "2026-12-01T10:00:00.000Z",
    durationMinutes: 60,
    timeZone: "Asia/Kolkata",
    clientCreatedAt: "2026-11-22T08:15:30.123Z",
    attendees: [
      {
        id: expect.stringMatching(/^att_/),
        role: "booker",
        name: "Ada Byron",
        email: "ada@example.com",
        phone: "+493012345678",
        locale: "de",
        timeZone: "Asia/Kolkata",
      },
      guest("charles@example.com", "Charles"),
      guest("mary@example.com", null),
    ],
    location: { type: "phone", value: "+493012345678" },
    answers: { first_visit: true, topics: ["sleep"] },
    notes: "Two lines\nof notes.",
    price: { amountMinor: 4500, currency: "EUR" },
    metadata: { patientNumber: "4711" },
    cancellation: null,
    declineReason: null,
    sequence: 0,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
  });

  const read = await call("GET", `/v1/bookings/${created.body.id}`);
  expect(read.body).toEqual(created.body);
  expect(read.headers.etag).toBe(created.headers.etag);
});

function guest(email: string, name: string | null): object {
  const id = expect.stringMatching(/^att_/);
  return { id, role: "guest", name, email, phone: null, locale: null, timeZone: null };
}

test("the least that is needed takes the first duration, the only location and the event type's host", async () => {
  const location = { type: "link" as const, value: "https://meet.example.com/ada" };
  const { id } = await world.clinic.addEventType({ durationsMinutes: [45, 30], locations: [location] });
  const { status, body } = await world.call("POST", "/v1/bookings", {
    body: bookingRequest(id, "2026-12-02T08:45:00Z"),
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ durationMinutes: 45, location, hostIds: [world.clinic.owner.memberId] });
});

test("a booking keeps the terms it was made under when its event type changes", async () => {
  const eventType = await world.clinic.addEventType({
    title: "Old title",
    price: { amountMinor: 100, currency: "EUR" },
  });
  const { body: booking } = await world.call("POST", "/v1/bookings", {
    body: bookingRequest(eventType.id, "2026-12-03T09:00:00Z"),
  });
  await world.call("PATCH", `/v1/event-types/${eventType.id}`, { body: { title: "New title", price: null } });
  const { body } = await world.call("GET", `/v1/bookings/${booking.id}`);
  expect(body).toMatchObject({ title: "Old title", price: { amountMinor: 100, currency: "EUR" }, version: 1 });
});

test.each([
  ["/timeZone", { timeZone: "Mars/Olympus" }],
  ["/durationMinutes", { durationMinutes: 31 }],
  ["/answers/age", { answers: { age: "old" } }],
  ["/answers/unasked", { answers: { age: 3, unasked: "x" } }],
  ["/answers/age", { answers: {} }],
  ["/location", { location: { type: "link", value: "https://elsewhere.example" } }],
  ["/guests/1/email", { guests: [{ email: "a@example.com" }, { email: "A@Example.com" }] }],
  ["/guests/0/email", { guests: [{ email: "ADA@example.com" }] }],
  ["/attendee/email", { attendee: { name: "Ada", email: "not an address" } }],
  ["/startsAt", { startsAt: "2026-12-01T10:00:00" }],
  ["/startsAt", { startsAt: "2026-02-30T10:00:00Z" }],
  ["/clientCreatedAt", { clientCreatedAt: undefined }],
  ["/override/0", { override: ["booked"] }],
  ["/unknown", { unknown: 1 }],
])("what is wrong is told at its place: %s", async (pointer, wrong) => {
  const { id } = await world.clinic.addEventType({
    questions: [{ key: "age", label: "Age", type: "number", required: true }],
    locations: [{ type: "address", value: "Riverside 1" }],
  });
  const request = { ...bookingRequest(id, "2026-12-04T09:00:00Z"), answers: { age: 3 }, ...wrong };
  const { status, body } = await world.call("POST", "/v1/bookings", { body: request });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: "validation_failed", retryable: false });
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test("an event type or host that is not there is 404, and nothing is written", async () => {
  const { clinic, call, sql } = world;
  const { id } = await clinic.addEventType();
  const before = await sql("SELECT count(*) FROM booking");
  for (const wrong of [
    { eventTypeId: newId("eventType") },
    { hostId: newId("member") },
    { hostId: clinic.member.memberId },
  ]) {
    const body = { ...bookingRequest(id, "2026-12-07T09:00:00Z"), ...wrong };
    expect((await call("POST", "/v1/bookings", { body })).status).toBe(404);
  }
  expect(await sql("SELECT count(*) FROM booking")).toEqual(before);
});
