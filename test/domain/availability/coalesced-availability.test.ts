import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { getAvailability, type Availability } from "../../../src/domain/availability/get-availability.ts";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import { createBooking } from "../../../src/domain/booking/create-booking.ts";
import type { Actor } from "../../../src/domain/shared/actor.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createClinic, type Clinic } from "../../support/clinic.ts";
import { createTestDomain, type TestDomain } from "../../support/domain-context.ts";

let domain: TestDomain;
let clinic: Clinic;
let eventTypeId: string;
let ctx: DomainContext;
let statements: string[];

beforeAll(async () => {
  domain = await createTestDomain();
  clinic = await createClinic(domain.db, domain.clock, "coalesced");
  ({ id: eventTypeId } = await clinic.addEventType({ durationsMinutes: [30, 60] }));
});

afterAll(() => domain.close());

beforeEach(async () => {
  const db: DomainContext["db"] = {
    ...domain.db,
    query(statement, values) {
      statements.push(statement.name);
      return domain.db.query(statement, values);
    },
  };
  ctx = { ...clinic.asOwner, db };
  statements = [];
  await ask(); // the offering is in memory from here on
  statements = [];
});

const WEEK = {
  from: new Date("2026-11-30T00:00:00Z"),
  to: new Date("2026-12-07T00:00:00Z"),
  timeZone: "Europe/Berlin",
};
const ask = (more: object = {}, as = ctx) => getAvailability(as, { eventTypeId, ...WEEK, ...more });
const startsOf = ({ days }: Availability) => days.flatMap(({ startsAt }) => startsAt);

function book(startsAt: string) {
  const attendee = { name: "Chidi", email: "chidi@example.com" };
  const when = { startsAt: new Date(startsAt), timeZone: "UTC", clientCreatedAt: ctx.clock.now() };
  return createBooking(clinic.asOwner, { eventTypeId, attendee, ...when });
}

test("of sixteen who ask the same at the same time, one is answered by a statement and the others by the next", async () => {
  const answers = await Promise.all(Array.from({ length: 16 }, () => ask()));
  expect(statements).toEqual(["availability_changes", "availability_changes"]);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("who asks after a booking sees it, even while others are being answered", async () => {
  for (const startsAt of ["2026-12-01T09:00:00Z", "2026-12-02T09:00:00Z", "2026-12-03T09:00:00Z"]) {
    const [after] = await Promise.all([
      book(startsAt).then(() => Promise.all([ask(), ask()])),
      ...Array.from({ length: 20 }, async (_, index) => {
        await sleep(index);
        return ask();
      }),
    ]);
    for (const answer of after) expect(startsOf(answer)).not.toContain(Date.parse(startsAt));
  }
});

test("questions that differ in anything are answered apart", async () => {
  const asked = [
    {},
    { durationMinutes: 60 },
    { timeZone: "Asia/Tokyo" },
    { from: new Date("2026-12-01T00:00:00Z") },
    { to: new Date("2026-12-06T00:00:00Z") },
    { explain: true },
  ];
  const alone: Availability[] = [];
  for (const question of asked) alone.push(await ask(question));
  expect(await Promise.all(asked.map((question) => ask(question)))).toEqual(alone);
});

test("only members are told the reasons, also when the public asks at the same time", async () => {
  const { organisationId } = clinic;
  const key = {
    organisationId,
    credentialId: "key_public",
    scopes: new Set(SCOPES_OF.publishable_key),
    allowedOrigins: new Set<never>(),
  };
  const actor: Actor = { kind: "publishable_key", ...key };
  const question = { explain: true };
  const [, staff, anyone] = await Promise.all([ask(question), ask(question), ask(question, { ...ctx, actor })]);
  const refused = ({ days }: Availability) => days.flatMap(({ unavailable }) => unavailable!);
  expect(refused(anyone)).toEqual(refused(staff).map(({ startsAt }) => ({ startsAt })));
  expect(refused(staff)[0]).toHaveProperty("reason");
  // The public is not read kinds and cores for.
  expect(new Set(statements)).toEqual(new Set(["availability_changes", "busy_time_in_detail"]));
  expect(statements.length).toBeLessThanOrEqual(4);
});

test("when the database fails, those fail whom it was to answer, and who asks later is answered", async () => {
  const { db } = domain;
  let failures = 0;
  ctx.db.query = (statement, values) =>
    failures++ < 2 ? Promise.reject(new Error("connection lost")) : db.query(statement, values);
  const answers = await Promise.allSettled([ask(), ask(), ask()]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(failures).toBe(2);
  expect(startsOf(await ask())).not.toHaveLength(0);
});
