import { createServer, type AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { toExpectedFailure } from "../../src/domain/shared/database-failure.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { cutConnections } from "../support/cut-connections.ts";
import { startRestApp, type Answer, type CallOptions, type RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;

beforeEach(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterEach(() => world.close());

/** One of each way to the database: prepared statement, Prisma read, Prisma transaction, function call. */
function calls(): [method: string, path: string, options?: CallOptions][] {
  const { key } = world.clinic.owner;
  return [
    ["GET", "/v1/bookings", { key }],
    ["GET", "/v1/members", { key }],
    ["POST", "/v1/members", { key, body: { name: "A", email: "a@example.com", timeZone: "UTC" } }],
    ["POST", "/v1/bookings", { key, body: bookingRequest(eventTypeId, "2026-12-01T09:00:00Z") }],
    ["GET", "/readyz"],
  ];
}

function expectProblem(answer: Answer, code: string, retryAfter: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 503, code });
  expect(answer.headers["retry-after"]).toBe(retryAfter);
  expect(answer.body).toMatchObject({ retryable: true, retryAfterSeconds: Number(retryAfter) });
}

describe("when every connection of the pool is taken", () => {
  let app: RestApp;

  beforeEach(async () => {
    app = await world.startTwin({ poolSize: 1, poolWaitMs: 200 });
    // The key and the event type are in memory by now: only the call itself needs a connection.
    for (const [method, path, options] of calls().slice(0, 4)) await app.call(method, path, options);
  });

  test("each request is a clear 503 after the wait, and goes through when one is free again", async () => {
    const taken = await app.pool.connect();
    for (const [method, path, options] of calls())
      expectProblem(await app.call(method, path, options), "overloaded", "1");
    expect((await app.call("GET", "/livez")).status).toBe(200);
    taken.release();
    expect((await app.call("GET", "/readyz")).status).toBe(200);
    expect((await app.call("GET", "/v1/bookings", { key: world.clinic.owner.key })).status).toBe(200);
  });

  test("GraphQL says so by the same code", async () => {
    const taken = await app.pool.connect();
    const body = { query: '{ booking(id: "bkg_01m7z0h6fce4fsssvc9ax68a4x") { attendees { id } } }' };
    const { text } = await app.call("POST", "/graphql", { key: world.clinic.owner.key, body });
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: "overloaded" } }] });
    taken.release();
  });
});

describe("when the database cannot be reached", () => {
  test("each request is 503 unavailable, /readyz too, while /livez stays 200", async () => {
    const connectionString = `postgresql://holdfast@127.0.0.1:${await portOfNobody()}/holdfast`;
    const app = await startRestApp({ connectionString, clock: world.clock });
    for (const [method, path, options] of calls())
      expectProblem(await app.call(method, path, options), "unavailable", "5");
    expect((await app.call("GET", "/livez")).status).toBe(200);
    await app.close();
  });

  test("connections that were cut are replaced: what was running is 503 or done, the next calls work", async () => {
    const { app, clinic } = world;
    const { key } = clinic.owner;
    const running = calls().map(([method, path, options]) => app.call(method, path, options));
    expect(await cutConnections(world)).toBeGreaterThan(0);
    for (const { status } of await Promise.all(running)) expect([200, 201, 503]).toContain(status);
    for (const path of ["/v1/members", "/v1/bookings"]) expect((await app.call("GET", path, { key })).status).toBe(200);
  });
});

describe("a connection that is lost", () => {
  test("within a transaction is unavailable to the statements that come after", async () => {
    const lost = world.app.db.transaction(async (tx) => {
      await tx.member.count();
      await cutConnections(world);
      await tx.member.count().catch(() => undefined);
      await tx.member.count();
    });
    await expect(lost).rejects.toMatchObject({ code: "unavailable" });
  });

  test("at BEGIN, or as a bare socket, is unavailable too", () => {
    const causes = [
      { kind: "postgres", originalCode: "57P01", code: "57P01", severity: "FATAL", message: "terminating connection" },
      { kind: "ConnectionClosed" },
      { kind: "SocketTimeout" },
    ];
    for (const cause of causes)
      expect(toExpectedFailure(new DriverAdapterError(cause as never))).toMatchObject({ code: "unavailable" });
  });
});

test("an unexpected error shows nothing but its request id, and is in the log with its stack", async () => {
  const { app, call, sql } = world;
  await sql("ALTER TABLE attendee RENAME TO attendee_hidden");
  const answers = [
    await call("GET", "/v1/bookings"),
    await call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, "2026-12-01T09:00:00Z") }),
  ];
  await sql("ALTER TABLE schedule RENAME TO schedule_hidden");
  answers.push(await call("GET", "/v1/schedules"));
  for (const answer of answers) {
    const requestId = answer.headers["x-request-id"];
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ code: "internal_error", requestId, errors: [] });
    expect(answer.text).not.toMatch(/attendee|schedule_|relation|prisma|select|node_modules|\.ts/i);
    const line = app.logged.find(({ level, fields }) => level === "error" && hasId(fields, requestId));
    expect((line!.fields as { err: Error }).err.stack).toMatch(/attendee|schedule/);
  }
  const { text } = await call("POST", "/graphql", {
    body: { query: '{ booking(id: "bkg_01m7z0h6fce4fsssvc9ax68a4x") { attendees { id } } }' },
  });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: "internal_error" } }] });
  expect(text).not.toMatch(/attendee|relation/);
});

function hasId(fields: object, requestId: string | undefined): boolean {
  return (fields as { requestId?: string }).requestId === requestId;
}

/** A port that was free a moment ago. */
async function portOfNobody(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
