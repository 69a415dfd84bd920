import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createBooking } from "../../src/domain/booking/create-booking.ts";
import type { Assignment } from "../../src/domain/event-type/event-type.ts";
import { createHold } from "../../src/domain/hold/create-hold.ts";
import { createSeries } from "../../src/domain/series/create-series.ts";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { createSealer } from "../../src/domain/shared/sealer.ts";
import { DAY_MS } from "../../src/domain/shared/local-date.ts";
import { createClinic, type Clinic } from "../support/clinic.ts";
import { createMovableClock, NOW } from "../support/domain-context.ts";
import { nodesOf, recordPlans, type PlanRecorder } from "../support/recorded-plans.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

/** So few that a join is planned as a read of them all, and so many that a look for one subject is not. */
const CLAIMS = `INSERT INTO claim (subject_id, during, hold_id)
  SELECT gen_random_uuid(), tstzrange('2027-01-01T09:00Z', '2027-01-01T10:00Z'), 'hld_' || n FROM generate_series(1, 3000) AS n`;

/** PostgreSQL plans a prepared statement anew five times before it considers a plan for any values. */
const TIMES = 7;

let database: TestDatabase;
let recorder: PlanRecorder;
let clinic: Clinic;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(CLAIMS);
  await database.pool.query("ANALYZE claim");
  recorder = recordPlans(database.connectionString);
  clinic = await createClinic(createDatabase(recorder.pool), createMovableClock(NOW), "young");
});

afterAll(async () => {
  await recorder.close();
  await database.drop();
});

const DAILY = { rrule: "FREQ=DAILY;COUNT=3" };

/** 09:00 in Berlin of another Monday each. */
const monday = (time: number) => new Date(Date.parse("2026-11-30T08:00:00Z") + time * 7 * DAY_MS);

const hostedBy =
  (assignment: Assignment, most = 2) =>
  async () => {
    const hosts = await Promise.all(Array.from({ length: most }, () => clinic.addPerson()));
    return { assignment, hosts: hosts.map(({ memberId }) => ({ memberId })) };
  };

const book = (eventTypeId: string, startsAt: Date) => createBooking(clinic.asOwner, toBooking(eventTypeId, startsAt));
const hold = (eventTypeId: string, startsAt: Date) =>
  createHold({ ...clinic.asOwner, sealer: createSealer("plans") }, { eventTypeId, startsAt });
const repeat = (eventTypeId: string, startsAt: Date) =>
  createSeries(clinic.asOwner, {
    ...toBooking(eventTypeId, startsAt),
    recurrence: DAILY,
    mode: "all_or_nothing",
  });

function toBooking(eventTypeId: string, startsAt: Date) {
  const attendee = { name: "Chidi", email: "chidi@example.com" };
  return { eventTypeId, startsAt, timeZone: "UTC", attendee, clientCreatedAt: new Date(NOW) };
}

test.each([
  ["a booking of one host", hostedBy("solo", 1), book],
  ["a booking of one of several", hostedBy("round_robin"), book],
  ["a booking of several together", hostedBy("collective"), book],
  ["a hold on several together", hostedBy("collective"), hold],
  ["a series", hostedBy("solo", 1), repeat],
])("%s looks at the claims on its own time alone", async (_, hosts, claim) => {
  const { id } = await clinic.addEventType(await hosts());
  for (let time = 0; time < TIMES; time++) {
    const plans = await recorder.plansOf(() => claim(id, monday(time)));
    const looks = plans.flatMap(({ statement, root }) =>
      nodesOf(root, { subPlans: true }).map((node) => ({ statement, node })),
    );
    const atClaims = looks.filter(
      ({ node }) => node["Relation Name"] === "claim" && node["Node Type"].includes("Scan"),
    );
    expect(atClaims.length).toBeGreaterThan(0);
    expect(atClaims.filter(({ node }) => node["Node Type"] === "Seq Scan")).toEqual([]);
  }
});
