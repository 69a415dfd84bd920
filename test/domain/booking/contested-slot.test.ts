import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { cancelBooking } from "../../../src/domain/booking/cancel-booking.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { codeOf, refusalOf } from "../../support/outcome.ts";
import { createClinic, type Clinic } from "../../support/clinic.ts";
import { createTestDomain, type TestDomain } from "../../support/domain-context.ts";

let domain: TestDomain;
let clinic: Clinic;
let eventTypeId: string;
let ctx: DomainContext;
let calls: string[];

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await createClinic(domain.db, domain.clock, "contested");
  ({ id: eventTypeId } = await clinic.addEventType({ durationsMinutes: [30, 60] }));
});

afterAll(() => domain.close());

beforeEach(async () => {
  calls = [];
  const db: DomainContext["db"] = {
    ...domain.db,
    call(name, args) {
      calls.push(name);
      return domain.db.call(name, args);
    },
    query(statement, values) {
      calls.push(statement.name);
      return domain.db.query(statement, values);
    },
  };
  ctx = { ...clinic.asOwner, db };
  await codeOf(book("2020-01-01T09:00:00Z")); // the offering is in memory from here on
  calls = [];
});

function book(startsAt: string, more: object = {}) {
  const attendee = { name: "Chidi", email: "chidi@example.com" };
  const when = { startsAt: new Date(startsAt), timeZone: "UTC", clientCreatedAt: ctx.clock.now() };
  return createBooking(ctx, { eventTypeId, attendee, ...when, ...more });
}

const rush = (count: number, startsAt: string) =>
  Promise.all(Array.from({ length: count }, () => refusalOf(book(startsAt))));

test("of a rush on one time one tries to write, and one look refuses all others", async () => {
  const refusals = await rush(64, "2026-12-01T09:00:00Z");
  expect(calls).toEqual(["create_booking", "busy_time_in_detail"]);
  const refused = refusals.filter((refusal) => refusal !== undefined);
  expect(refused).toHaveLength(63);
  for (const { code, extensions } of refused) {
    expect(code).toBe("slot_unavailable");
    expect(extensions).toEqual({ reason: "booked", alternatives: expect.any(Array) });
  }
});

test("a rush on a time that was given back takes it once", async () => {
  const { id } = await book("2026-12-01T10:00:00Z");
  await rush(8, "2026-12-01T10:00:00Z");
  await cancelBooking(ctx, { bookingId: id });
  const refusals = await rush(8, "2026-12-01T10:00:00Z");
  expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1);
});

test("when the first fails, another takes the time", async () => {
  const { db } = domain;
  let isFirst = true;
  ctx.db.call = (name, args) => {
    if (!isFirst) return db.call(name, args);
    isFirst = false;
    return Promise.reject(new Error("connection lost"));
  };
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => book("2026-12-01T11:00:00Z")));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as Error] : []));
  expect(reasons.map(({ message }) => message)).toContain("connection lost");
});

test("another length at the same time is another look, and is refused for the same claim", async () => {
  const [first, longer] = await Promise.all([
    refusalOf(book("2026-12-01T12:00:00Z")),
    refusalOf(book("2026-12-01T12:00:00Z", { durationMinutes: 60 })),
  ]);
  expect([first, longer].filter((refusal) => refusal === undefined)).toHaveLength(1);
});

test("one who books alone asks for nothing more than the write", async () => {
  await book("2026-12-02T09:00:00Z");
  expect(calls).toEqual(["create_booking"]);
});
