import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import type { Answer } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;
/** A free time and a key of its own for each test. */
let startsAt: string;
let once: { "Idempotency-Key": string };
let turn = 0;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType({ requiresConfirmation: true })).id;
});

beforeEach(() => {
  turn++;
  startsAt = new Date(Date.parse("2027-01-04T00:00:00Z") + turn * 3_600_000).toISOString();
  once = { "Idempotency-Key": `test-${turn}` };
});

afterAll(() => world.close());

const ANY_TIME = { override: ["day_off", "outside_hours"] };

function create(more: object = {}, options: { key?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const body = bookingRequest(eventTypeId, startsAt, { ...ANY_TIME, ...more });
  return world.call("POST", "/v1/bookings", { body, headers: once, ...options });
}

function expectReplay(replay: Answer, first: Answer): void {
  expect(replay.headers["idempotency-replayed"]).toBe("true");
  expect(replay.status).toBe(first.status);
  expect(replay.text).toBe(first.text);
  for (const name of ["content-type", "location", "etag"]) expect(replay.headers[name]).toBe(first.headers[name]);
}

async function bookingsThen(): Promise<number> {
  const [row] = await world.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM booking WHERE starts_at = $1 AND event_type_id = $2",
    [startsAt, eventTypeId],
  );
  return row!.count;
}

test("the same call under the same key gets the same answer, letter for letter, and books once", async () => {
  const first = await create();
  expect(first.status).toBe(201);
  expect(first.headers).not.toHaveProperty("idempotency-replayed");
  const replay = await create();
  expectReplay(replay, first);
  expect(replay.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  expect(await bookingsThen()).toBe(1);
});

test("the order of the fields does not matter, nor white space", async () => {
  const first = await create();
  const fields = bookingRequest(eventTypeId, startsAt, ANY_TIME);
  const body = JSON.stringify(Object.fromEntries(Object.entries(fields).toReversed()), null, 2);
  expectReplay(await world.call("POST", "/v1/bookings", { body, headers: once }), first);
});

test("another body under the same key is 422, and what was done stays", async () => {
  const first = await create();
  const other = await create({ notes: "something else" });
  expect(other.status).toBe(422);
  expect(other.body.code).toBe("idempotency_key_reused");
  expectReplay(await create(), first);
});

test("the same command on another booking under the same key is 422", async () => {
  const { body: one } = await create();
  startsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString();
  const { body: other } = await create({}, { headers: {} });
  const confirm = (id: string) => world.call("POST", `/v1/bookings/${id}/confirm`, { headers: once });
  expect((await confirm(one.id)).status).toBe(200);
  expect((await confirm(other.id)).body.code).toBe("idempotency_key_reused");
});

test("another operation and another credential have keys of their own", async () => {
  const { body: booking } = await create();
  const confirmed = await world.call("POST", `/v1/bookings/${booking.id}/confirm`, { headers: once });
  expect(confirmed.status).toBe(200);
  expect(confirmed.headers).not.toHaveProperty("idempotency-replayed");

  const asAdmin = await create({}, { key: world.clinic.admin.key });
  expect(asAdmin.status).toBe(409);
  expect(asAdmin.headers).not.toHaveProperty("idempotency-replayed");
});

test("a refusal by state is kept, also when the time has become free since", async () => {
  const { body: inTheWay } = await create({}, { headers: {} });
  const refused = await create();
  expect(refused.status).toBe(409);
  await world.call("POST", `/v1/bookings/${inTheWay.id}/cancel`);
  expectReplay(await create(), refused);
  expect((await create({}, { headers: {} })).status).toBe(201);
});

test("a command that was refused in one state stays refused in the next", async () => {
  const { body: booking } = await create({}, { headers: {} });
  const complete = () => world.call("POST", `/v1/bookings/${booking.id}/complete`, { headers: once });
  const refused = await complete();
  expect(refused.body.code).toBe("booking_not_completable");
  await world.sql("UPDATE booking SET status = 'no_show' WHERE id = $1", [booking.id]);
  expectReplay(await complete(), refused);
});

test("a refusal of form is not kept: the corrected call goes through under the same key", async () => {
  expect((await create({ timeZone: "Mars/Olympus" })).status).toBe(422);
  expect((await create({ unknown: 1 })).status).toBe(422);
  expect((await create({ eventTypeId: "evt_01m7z0h6fce4fsssvc9ax68a4x" })).status).toBe(404);
  const { body: booking } = await create();
  expect(booking.status).toBe("pending");
  const path = `/v1/bookings/${booking.id}/confirm`;
  expect((await world.call("POST", path, { headers: { ...once, "If-Match": '"9"' } })).status).toBe(412);
  expect((await world.call("POST", path, { headers: { ...once, "If-Match": '"1"' } })).status).toBe(200);
});

test("a replay does not mind that the event type was deleted, nor that its version went stale", async () => {
  const { id } = await world.clinic.addEventType();
  const first = await create({ eventTypeId: id });
  const cancel = () =>
    world.call("POST", `/v1/bookings/${first.body.id}/cancel`, { headers: { ...once, "If-Match": '"1"' } });
  const cancelled = await cancel();
  expect(cancelled.body).toMatchObject({ status: "cancelled", version: 2 });
  await world.call("DELETE", `/v1/event-types/${id}`);
  expectReplay(await create({ eventTypeId: id }), first);
  expectReplay(await cancel(), cancelled);
});

test("a command that had nothing to change is kept as well", async () => {
  const { body: booking } = await create({}, { headers: {} });
  const path = `/v1/bookings/${booking.id}/confirm`;
  await world.call("POST", path);
  const unchanged = await world.call("POST", path, { headers: once });
  await world.call("PATCH", `/v1/bookings/${booking.id}`, { body: { notes: "Later" } });
  expectReplay(await world.call("POST", path, { headers: once }), unchanged);
});

test("the secret of an API key is in the first answer alone, and nowhere in the database", async () => {
  const make = () => world.call("POST", "/v1/api-keys", { body: { name: "Reporting" }, headers: once });
  const first = await make();
  expect(first.body.secret).toMatch(/^hf_live_sk_/);
  const replay = await make();
  expect(replay.status).toBe(201);
  expect(replay.headers["idempotency-replayed"]).toBe("true");
  expect(replay.body).toEqual({ ...first.body, secret: null });
  const kept = await world.sql("SELECT body FROM idempotency_key WHERE body LIKE '%' || $1 || '%'", [
    first.body.secret!.slice(20),
  ]);
  expect(kept).toEqual([]);
});

test("it is kept for other processes too", async () => {
  const twin = await world.startTwin();
  const first = await create();
  const body = bookingRequest(eventTypeId, startsAt, ANY_TIME);
  const replay = await twin.call("POST", "/v1/bookings", { body, headers: once, key: world.clinic.owner.key });
  expectReplay(replay, first);
});

describe("while the first call is still running", () => {
  /** The first call's row, not yet committed, in another session. */
  async function beginFirstCall(operation: string): Promise<() => Promise<void>> {
    const client = await world.app.pool.connect();
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO idempotency_key (credential_id, operation, key, request_hash, status, headers, body, created_at)
       VALUES ($1, $2, $3, '', 201, '{}', '', now())`,
      [world.clinic.owner.keyId, operation, once["Idempotency-Key"]],
    );
    return async () => {
      await client.query("ROLLBACK");
      client.release();
    };
  }

  test.each([
    ["createBooking", "/v1/bookings", () => bookingRequest(eventTypeId, startsAt, ANY_TIME)],
    ["createEventType", "/v1/event-types", () => ({ title: "In progress" })],
  ])(
    "%s is answered 409 idempotency_in_progress after a while, and can be tried again",
    async (operation, path, body) => {
      const impatient = await world.startTwin();
      impatient.pool.options.lock_timeout = 300;
      const callTwin = () => impatient.call("POST", path, { body: body(), headers: once, key: world.clinic.owner.key });

      const end = await beginFirstCall(operation);
      const answer = await callTwin();
      expect(answer.status).toBe(409);
      expect(answer.headers["retry-after"]).toBe("1");
      expect(answer.body).toMatchObject({ code: "idempotency_in_progress", retryable: true, retryAfterSeconds: 1 });
      await end();
      expect((await callTwin()).status).toBe(201);
    },
  );
});

test.each(["", " ", "with space", "ümlaut", "x".repeat(256)])("the key %j is refused", async (key) => {
  const { status, body } = await create({}, { headers: { "Idempotency-Key": Buffer.from(key).toString("latin1") } });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer: "header: Idempotency-Key" }]);
});

describe("16 parallel calls under one key", () => {
  const sixteen = <T>(work: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 16 }, (_, i) => work(i)));
  const distinct = (answers: Answer[]) => new Set(answers.map(({ status, text }) => `${status} ${text}`)).size;

  test("make one booking and get 16 equal answers", async () => {
    const answers = await sixteen(() => create());
    expect(answers[0]!.status).toBe(201);
    expect(distinct(answers)).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === undefined)).toHaveLength(1);
    expect(await bookingsThen()).toBe(1);
  });

  test("for a taken time get 16 equal refusals", async () => {
    await create({}, { headers: {} });
    const answers = await sixteen(() => create());
    expect(answers[0]!.status).toBe(409);
    expect(distinct(answers)).toBe(1);
  });

  test("with 16 bodies let one through", async () => {
    const answers = await sixteen((i) => create({ notes: `Body ${i}` }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe("idempotency_key_reused");
    expect(await bookingsThen()).toBe(1);
  });

  test.each(["confirm", "decline", "cancel"])("%s a booking once", async (command) => {
    const { body: booking } = await create({}, { headers: {} });
    const path = `/v1/bookings/${booking.id}/${command}`;
    const answers = await sixteen(() => world.call("POST", path, { headers: once }));
    expect(answers[0]!.status).toBe(200);
    expect(distinct(answers)).toBe(1);
    expect(answers[0]!.body.version).toBe(2);
  });

  test("move a booking once", async () => {
    const { body: booking } = await create({}, { headers: {} });
    const body = { startsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString(), ...ANY_TIME };
    const path = `/v1/bookings/${booking.id}/reschedule`;
    const answers = await sixteen(() => world.call("POST", path, { body, headers: once }));
    expect(answers[0]!.status).toBe(200);
    expect(distinct(answers)).toBe(1);
    expect(answers[0]!.body.version).toBe(2);
  });

  test("make one event type, member, schedule", async () => {
    for (const [path, body] of [
      ["/v1/event-types", { title: "Parallel" }],
      ["/v1/members", { name: "Parallel", email: "parallel@example.com", timeZone: "UTC" }],
      ["/v1/schedules", { name: "Parallel", timeZone: "UTC" }],
    ] as const) {
      const answers = await sixteen(() => world.call("POST", path, { body, headers: once }));
      expect({ path, status: answers[0]!.status, distinct: distinct(answers) }).toEqual({
        path,
        status: 201,
        distinct: 1,
      });
    }
  });
});
