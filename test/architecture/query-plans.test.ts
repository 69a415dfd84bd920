import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { authenticateKey } from "../../src/domain/access/authenticate-key.ts";
import { createApiKey } from "../../src/domain/access/create-api-key.ts";
import { listApiKeys } from "../../src/domain/access/list-api-keys.ts";
import { getAvailability } from "../../src/domain/availability/get-availability.ts";
import { cancelBooking } from "../../src/domain/booking/cancel-booking.ts";
import { confirmBooking } from "../../src/domain/booking/confirm-booking.ts";
import { createBooking } from "../../src/domain/booking/create-booking.ts";
import { createEventType } from "../../src/domain/event-type/create-event-type.ts";
import { declineExpiredBookings } from "../../src/domain/booking/decline-expired-bookings.ts";
import { expandBookings } from "../../src/domain/booking/expand-bookings.ts";
import { getBooking } from "../../src/domain/booking/get-booking.ts";
import { listBookings, type ListBookingsInput } from "../../src/domain/booking/list-bookings.ts";
import { rescheduleBooking } from "../../src/domain/booking/reschedule-booking.ts";
import { listEventTypes } from "../../src/domain/event-type/list-event-types.ts";
import { listMembers } from "../../src/domain/identity/list-members.ts";
import { listSchedules } from "../../src/domain/schedule/list-schedules.ts";
import { SCOPES, type Role } from "../../src/domain/shared/actor.ts";
import type { DomainContext } from "../../src/domain/shared/context.ts";
import { createDatabase, type Database } from "../../src/domain/shared/database.ts";
import { assertNotAnswered, type IdempotentCall } from "../../src/domain/shared/idempotency.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { DAY_MS } from "../../src/domain/shared/local-date.ts";
import { getWaitingListEntry } from "../../src/domain/waiting-list/get-waiting-list-entry.ts";
import { joinWaitingList } from "../../src/domain/waiting-list/join-waiting-list.ts";
import { listWaitingListEntries } from "../../src/domain/waiting-list/list-waiting-list-entries.ts";
import { offerFreedTimes } from "../../src/domain/waiting-list/offer-freed-times.ts";
import { createMovableClock, NOW } from "../support/domain-context.ts";
import { codeOf } from "../support/outcome.ts";
import { readGraphQL } from "../support/read-graphql.ts";
import {
  nodesOf,
  recordPlans,
  type PlanNode,
  type PlanRecorder,
  type RecordedPlan,
} from "../support/recorded-plans.ts";
import { createSeededDatabase, SEEDED_BOOKINGS, type SeededBookings } from "../support/seeded-bookings.ts";
import type { TestDatabase } from "../support/test-database.ts";

/** The tables that grow with every booking. */
const GROWING = new Set(
  "booking booking_host attendee claim idempotency_key audit_entry audit_origin outbox_event waiting_list_entry".split(
    " ",
  ),
);

/** Whose wait for a time is over. */
const ENTRIES = `INSERT INTO waiting_list_entry (id, organisation_id, event_type_id, status, starts_at, time_zone, range_from, range_to,
    duration_minutes, name, email, answers, created_at, updated_at, ended_at)
  SELECT 'wle_' || lpad(n::text, 26, '0'), $1, $2, 'expired', at, 'UTC', at, at + interval '1 ms', 60, 'Grace',
    n || '@example.com', '{}', at - interval '1 day', at, at
  FROM (SELECT n, $3::timestamptz - n * interval '1 minute' AS at FROM generate_series(1, 20000) AS n) AS waited`;

/** PostgreSQL plans a prepared statement anew five times before it considers a plan for any values. */
const TIMES = 7;

let database: TestDatabase;
let recorder: PlanRecorder;
let db: Database;
let seeded: SeededBookings;
const clock = createMovableClock(NOW);
const found: { query: string; nodes: string[] }[] = [];

beforeAll(async () => {
  ({ database, seeded } = await createSeededDatabase());
  recorder = recordPlans(database.connectionString);
  db = createDatabase(recorder.pool);
}, 180_000);

afterAll(async () => {
  await recorder.close();
  await database.drop();
  process.stdout.write(`\nPlans at ${SEEDED_BOOKINGS} bookings\n\n${toTable()}\n`);
});

const log = { debug() {}, info() {}, warn() {}, error() {} };

function as(role: Role, memberId: string, once?: IdempotentCall): DomainContext {
  const { organisationId } = seeded;
  return {
    db,
    clock,
    ids: newId,
    log,
    actor: { kind: "secret_key", organisationId, credentialId: memberId, memberId, role, scopes: new Set(SCOPES) },
    request: { requestId: "plans", address: "192.0.2.1", userAgent: null },
    once,
  };
}

const owner = (once?: IdempotentCall) => as("owner", seeded.ownerId, once);
const host = () => as("member", seeded.hostId);

function newOnce(): IdempotentCall {
  const answer = { status: 201, headers: {}, body: "" };
  return {
    credentialId: seeded.ownerId,
    operation: "createBooking",
    key: newId("event"),
    requestHash: "",
    toAnswer: () => answer,
  };
}

const after = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS);

/** Runs the work until generic plans show, and asserts that nothing in it reads a growing table from end to end. */
async function assertPlans(query: string, work: (time: number) => Promise<unknown>): Promise<RecordedPlan[]> {
  const plans: RecordedPlan[] = [];
  for (let time = 0; time < TIMES; time++) plans.push(...(await recorder.plansOf(() => work(time))));
  const nodes = plans.flatMap(({ root }) => nodesOf(root, { subPlans: true }));
  found.push({ query, nodes: [...new Set(nodes.flatMap(toText))] });
  expect(wholeReads(plans)).toEqual([]);
  expect(plans.length).toBeGreaterThan(0);
  return plans;
}

/** The statements that read a growing table from end to end. */
function wholeReads(plans: RecordedPlan[]): string[] {
  const isWhole = (node: PlanNode) => node["Node Type"] === "Seq Scan" && GROWING.has(node["Relation Name"]!);
  const found = plans.filter(({ root }) => nodesOf(root, { subPlans: true }).some(isWhole));
  return found.map(({ statement }) => statement);
}

/** Asserts besides that the page is read off an index in its order, rather than sorted out of all that fits. */
async function assertPageOffIndex(query: string, table: string, work: () => Promise<unknown>): Promise<void> {
  const plans = await assertPlans(query, work);
  const pages = plans
    .map(({ root }) => nodesOf(root, { subPlans: false }))
    .filter((nodes) => nodes[0]!["Node Type"] === "Limit" && nodes.some((node) => node["Relation Name"] === table));
  const sorted = pages.filter((nodes) => nodes.some((node) => node["Node Type"] === "Sort"));
  expect(sorted.map((nodes) => nodes.flatMap(toText))).toEqual([]);
  expect(pages.length).toBeGreaterThan(0);
}

function toText(node: PlanNode): string[] {
  const [type, relation, index] = [node["Node Type"], node["Relation Name"], node["Index Name"]];
  if (index !== undefined) return [`${type} ${index}`];
  if (relation !== undefined) return [`${type} ${relation}`];
  return type === "Sort" ? ["Sort"] : [];
}

function toTable(): string {
  const width = Math.max(...found.map(({ query }) => query.length));
  return found.map(({ query, nodes }) => `${query.padEnd(width)}  ${nodes.join(", ")}\n`).join("");
}

describe(`with ${SEEDED_BOOKINGS} bookings, an index serves`, () => {
  test("one booking", async () => {
    await assertPlans("get a booking", () => getBooking(owner(), seeded.confirmedIds[0]!));
    await assertPlans("get a booking, as a plain member", () => getBooking(host(), seeded.confirmedIds[0]!));
  });

  const filters: [string, () => Omit<ListBookingsInput, "limit">][] = [
    ["all", () => ({})],
    ["latest first", () => ({ order: "-starts_at" })],
    ["of one status", () => ({ status: ["pending"] })],
    ["of several states", () => ({ status: ["confirmed", "pending"] })],
    ["of rare states", () => ({ status: ["declined", "no_show"] })],
    ["of some days", () => ({ from: after(2), to: after(4) })],
    ["to come", () => ({ from: after(0) })],
    ["past, latest first", () => ({ to: after(0), order: "-starts_at" })],
    ["of an event type", () => ({ eventTypeId: seeded.eventTypeId })],
    ["of an event type, some days", () => ({ eventTypeId: seeded.eventTypeId, from: after(2), to: after(4) })],
    ["of a host", () => ({ hostId: seeded.hostId })],
    ["of a host, latest first", () => ({ hostId: seeded.hostId, order: "-starts_at" })],
    ["of a host, some days", () => ({ hostId: seeded.hostId, from: after(2), to: after(4) })],
  ];
  test.each(filters)("a page of bookings: %s", async (name, filter) => {
    const input = { ...filter(), limit: 50 };
    const table = input.hostId === undefined ? "booking" : "booking_host";
    await assertPageOffIndex(`bookings: ${name}`, table, () => listBookings(owner(), input));
    const { nextCursor } = await listBookings(owner(), { ...input, limit: 1 });
    const next = { ...input, cursor: nextCursor! };
    await assertPageOffIndex(`bookings: ${name}, next page`, table, () => listBookings(owner(), next));
  });

  // What fits both filters is few, and sorted: an index for each pair would cost every booking that is made.
  const pairs: typeof filters = [
    ["of an event type, one status", () => ({ eventTypeId: seeded.eventTypeId, status: ["pending"] })],
    ["of a host, one status", () => ({ hostId: seeded.hostId, status: ["pending"] })],
    ["of a host and event type", () => ({ hostId: seeded.hostId, eventTypeId: seeded.eventTypeId })],
  ];
  test.each(pairs)("a page of bookings that two indexes narrow: %s", async (name, filter) => {
    await assertPlans(`bookings: ${name}`, () => listBookings(owner(), { ...filter(), limit: 50 }));
  });

  test("a plain member's own bookings", async () => {
    await assertPageOffIndex("bookings: as a plain member", "booking_host", () => listBookings(host(), { limit: 50 }));
  });

  test("what is expanded beside bookings, their history too", async () => {
    const { data } = await listBookings(owner(), { limit: 50 });
    await assertPlans("expand 50 bookings", () => expandBookings(owner(), data, ["host", "eventType", "history"]));
  });

  test("availability, and its explanation", async () => {
    const { eventTypeId, confirmedIds } = seeded;
    const month = { eventTypeId, from: after(0), to: after(31), timeZone: "UTC" };
    await assertPlans("availability", () => getAvailability(owner(), month));
    await assertPlans("availability, explained", () => getAvailability(owner(), { ...month, explain: true }));
    const moving = { ...month, bookingId: confirmedIds[0]! };
    await assertPlans("availability for moving a booking", () => getAvailability(owner(), moving));
  });

  const FIGURES = "total cancelled bookedMinutes revenue { amountMinor currency }";
  const STATS = `totals { ${FIGURES} } previous { ${FIGURES} } change { total } series { startsOn figures { ${FIGURES} } }
    byHost { host { name } figures { ${FIGURES} } utilisation } byEventType { eventType { title } figures { ${FIGURES} } }
    byLocation { location { value } figures { ${FIGURES} } } busiestHours { weekday hour bookings }`;
  const stats = (days: number, more = "") => {
    const range = `from: "${after(-days).toISOString()}", to: "${after(1).toISOString()}"`;
    return `{ bookingStats(${range}, timeZone: "Europe/Berlin"${more}) { ${STATS} } }`;
  };
  test("figures of bookings, of a month and of all that an organisation has", async () => {
    await assertPlans("figures of a month", () => readGraphQL(owner(), stats(30)));
    await assertPlans("figures of a year", () => readGraphQL(owner(), stats(365)));
    await assertPlans("figures of an event type", () =>
      readGraphQL(owner(), stats(30, `, eventTypeId: "${seeded.eventTypeId}"`)),
    );
    await assertPlans("figures of a host", () => readGraphQL(owner(), stats(30, `, hostId: "${seeded.hostId}"`)));
    await assertPlans("figures of a plain member", () => readGraphQL(host(), stats(365)));
  });

  const searches: [string, string][] = [
    ["one booking fits", "grace199999@"],
    ["all bookings fit", "grace"],
    ["no booking fits", "zzzzzz"],
  ];
  test.each(searches)("a search that %s", async (name, text) => {
    for (const root of ["bookings", "attendees"]) {
      const query = `{ ${root}(search: "${text}") { nodes { id } } }`;
      await assertPlans(`${root}: ${name}`, () => readGraphQL(owner(), query));
      await assertPlans(`${root}: ${name}, plain member`, () => readGraphQL(host(), query));
    }
  });

  test("a booking that is made, moved, confirmed, cancelled and refused", async () => {
    const attendee = { name: "Grace", email: "grace@example.com" };
    const book = (startsAt: Date) =>
      createBooking(owner(newOnce()), {
        eventTypeId: seeded.eventTypeId,
        startsAt,
        timeZone: "UTC",
        attendee,
        clientCreatedAt: clock.now(),
      });
    const { confirmedIds, pendingIds } = seeded;
    await assertPlans("create a booking", (time) => book(after(40 + time)));
    await assertPlans("create a booking, taken", async () => {
      expect(await codeOf(book(after(40)))).toBe("slot_unavailable");
    });
    await assertPlans("move a booking", (time) =>
      rescheduleBooking(owner(newOnce()), { bookingId: confirmedIds[time]!, startsAt: after(50 + time) }),
    );
    await assertPlans("confirm a booking", (time) =>
      confirmBooking(owner(newOnce()), { bookingId: pendingIds[time]! }),
    );
    await assertPlans("cancel a booking", (time) =>
      cancelBooking(owner(newOnce()), { bookingId: confirmedIds[20 + time]! }),
    );
  });

  test("bookings of several hosts, in turn and together, and when they can be made", async () => {
    const attendee = { name: "Grace", email: "grace@example.com" };
    const hosts = [{ memberId: seeded.ownerId, fixed: true }, { memberId: seeded.hostId }];
    for (const assignment of ["round_robin", "collective"] as const) {
      const staffed = { title: assignment, assignment, hosts, bookingWindow: null };
      const { id: eventTypeId } = await createEventType(owner(), staffed);
      const month = { eventTypeId, from: after(0), to: after(31), timeZone: "UTC" };
      await assertPlans(`availability: ${assignment}`, () => getAvailability(owner(), month));
      await assertPlans(`availability, explained: ${assignment}`, () =>
        getAvailability(owner(), { ...month, explain: true }),
      );
      const from = assignment === "collective" ? 200 : 100;
      const book = (startsAt: Date) =>
        createBooking(owner(newOnce()), {
          eventTypeId,
          startsAt,
          timeZone: "UTC",
          attendee,
          clientCreatedAt: clock.now(),
          override: ["day_off", "outside_hours", "off_grid"],
        });
      await assertPlans(`create a booking: ${assignment}`, (time) => book(after(from + time)));
      await assertPlans(`create a booking, taken: ${assignment}`, async () => {
        expect(await codeOf(book(after(from)))).toBe("slot_unavailable");
      });
    }
  });

  test("what limits count, of a host, an event type and a booker", async () => {
    const { id: eventTypeId } = await createEventType(owner(), {
      title: "Limited",
      hosts: [{ memberId: seeded.hostId }],
      bookingWindow: null,
      limits: [
        { scope: "host", per: "month", bookings: 10_000 },
        { scope: "event_type", per: "month", minutes: 100_000 },
        { scope: "attendee", per: "day", bookings: 100 },
      ],
    });
    const month = { eventTypeId, from: after(0), to: after(31), timeZone: "UTC" };
    const plans = await assertPlans("availability within limits", () => getAvailability(owner(), month));
    expect(plans.some(({ statement }) => statement.includes("AS asked(member_id, event_type_id"))).toBe(true);
    await assertPlans("create a booking within limits", (time) =>
      createBooking(owner(newOnce()), {
        eventTypeId,
        startsAt: after(300 + time),
        timeZone: "UTC",
        attendee: { name: "Grace", email: "grace@example.com" },
        clientCreatedAt: clock.now(),
        override: ["day_off", "outside_hours", "off_grid"],
      }),
    );
  });

  test("a waiting list that many have waited in: joined, looked through, and read", async () => {
    const { eventTypeId, organisationId } = seeded;
    await database.pool.query(ENTRIES, [organisationId, eventTypeId, NOW]);
    await database.pool.query("VACUUM ANALYZE waiting_list_entry");
    const when = (startsAt: Date) => ({ eventTypeId, startsAt, timeZone: "UTC" });
    const graces = (n: number) => ({ name: "Grace", email: `grace.${n}@example.com` });
    const book = (startsAt: Date) =>
      createBooking(owner(), { ...when(startsAt), attendee: graces(0), clientCreatedAt: clock.now() });
    const join = (startsAt: Date, n: number) =>
      joinWaitingList(owner(newOnce()), { ...when(startsAt), attendee: graces(n) });
    const look = () => {
      clock.advance(5_000);
      return offerFreedTimes({ db, clock, ids: newId, log });
    };

    await book(after(70));
    await assertPlans("join a waiting list", (time) => join(after(70), time));
    expectNoPast();
    await assertPlans("look through a waiting list", look);
    expectNoPast();
    await assertPlans("offer a time that frees", async (time) => {
      const { id } = await book(after(80 + time));
      await join(after(80 + time), 10 + time);
      await cancelBooking(owner(), { bookingId: id });
      expect(await look()).toBe(1);
    });
    expectNoPast();

    const list = (more: object = {}) => listWaitingListEntries(owner(), { limit: 50, ...more });
    const { data } = await list();
    await assertPlans("a place in a waiting list", () => getWaitingListEntry(owner(), data[0]!.id));
    for (const [name, filter] of [
      ["", {}],
      [" of an event type", { eventTypeId }],
      [" who wait", { eventTypeId, status: ["waiting"] }],
    ] as const)
      await assertPageOffIndex(`waiting list entries${name}`, "waiting_list_entry", () => list(filter));

    /** Those whose wait is over are many, and none of them is read. */
    function expectNoPast(): void {
      const { query, nodes } = found.at(-1)!;
      const read = nodes.filter((node) => node.includes("waiting_list_entry_"));
      expect([query, read.filter((node) => /_(organisation|event_type)_id_created_at/.test(node))]).toEqual([
        query,
        [],
      ]);
      expect(read.length).toBeGreaterThan(0);
    }
  });

  test("pending bookings that have expired", async () => {
    await assertPlans("expired bookings", () => declineExpiredBookings({ db, clock, ids: newId, log }));
  });

  test("an idempotency key", async () => {
    await assertPlans("look up an idempotency key", () => assertNotAnswered(owner(newOnce())));
  });

  test("an API key", async () => {
    const { secret } = await createApiKey(owner(), { name: "Key" });
    await assertPlans("authenticate a key", (time) => {
      clock.advance(time * 10_000); // a look-up is held for five seconds
      return authenticateKey(owner(), secret);
    });
  });

  const lists: [
    string,
    string,
    (page: { limit: number; cursor?: string }) => Promise<{ nextCursor: string | null }>,
  ][] = [
    ["members", "member", (page) => listMembers(owner(), page)],
    ["event types", "event_type", (page) => listEventTypes(owner(), page)],
    ["schedules", "schedule", (page) => listSchedules(owner(), page)],
  ];
  test.each(lists)("a page of %s", async (name, table, list) => {
    await assertPageOffIndex(name, table, () => list({ limit: 50 }));
    const { nextCursor } = await list({ limit: 50 });
    await assertPageOffIndex(`${name}, next page`, table, () => list({ limit: 50, cursor: nextCursor! }));
  });

  test("the API keys of an organisation", async () => {
    await assertPlans("API keys", () => listApiKeys(owner(), { limit: 50 }));
  });

  test("and the lack of one would be found", async () => {
    await database.pool.query("DROP INDEX attendee_booking_id_position_idx");
    const plans = await recorder.plansOf(() => getBooking(owner(), seeded.confirmedIds[0]!));
    expect(wholeReads(plans)).toEqual([expect.stringContaining("FROM attendee")]);
  });
});
