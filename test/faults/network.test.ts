import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { createClinic } from "../support/clinic.ts";
import { startProcess, type TestProcess } from "../support/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { startFaultProxy, type FaultProxy } from "./fault-proxy.ts";

/** A real server, and a bad network between it and PostgreSQL. */

let database: TestDatabase;
let proxy: FaultProxy;
let server: TestProcess;
let folder: string;
let baseUrl: string;
let apiKey: string;
let eventTypeId: string;
let bookings = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "holdfast-network-"));
  database = await createTestDatabase();
  const clinic = await createClinic(createDatabase(database.pool), systemClock, "network");
  apiKey = clinic.owner.key;
  eventTypeId = (await clinic.addEventType()).id;
  const url = new URL(database.connectionString);
  proxy = await startFaultProxy(Number(url.port));
  url.port = String(proxy.port);
  server = startProcess("src/main/server.ts", [], {
    ...{ DATABASE_URL: url.href, HOLDFAST_SECRET: "the secret of the faults, which is none", HOLDFAST_DEMO: "off" },
    ...{ HOLDFAST_DATA_DIR: folder, PORT: "0", LOG_LEVEL: "info" },
    RATE_LIMITS: fileURLToPath(new URL("../support/unlimited.json", import.meta.url)),
    // Short enough to be waited for.
    ...{ DATABASE_STATEMENT_TIMEOUT_MS: "2000", DATABASE_POOL_WAIT_MS: "2000" },
  });
  const [, found] = await server.said(/"baseUrl":"([^"]+)"/);
  baseUrl = found!;
});

afterEach(() => {
  proxy.delay(0);
  proxy.slice(0);
  proxy.blackHole(false);
});

afterAll(async () => {
  await server.end("SIGKILL");
  await proxy.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A booking that nobody else asks for: each its own half hour, on Tuesdays to come. */
function nextRequest(): { key: string; body: object } {
  const n = bookings++;
  const tuesday = Math.ceil((Date.now() / 86_400_000 - 5) / 7 + 2) * 7 + 5;
  const startsAt = new Date((tuesday + 7 * n) * 86_400_000 + 10 * 3_600_000).toISOString();
  return { key: `booking-${n}`, body: bookingRequest(eventTypeId, startsAt) };
}

const book = ({ key, body }: ReturnType<typeof nextRequest>) =>
  fetch(`${baseUrl}/v1/bookings`, {
    method: "POST",
    headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(body),
  });

async function bookUntilTaken(request: ReturnType<typeof nextRequest>): Promise<{ id: string }> {
  for (;;) {
    const answer = await book(request);
    if (answer.status === 201) return (await answer.json()) as { id: string };
    expect(answer.status).toBe(503);
  }
}

async function countBookings(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>("SELECT count(*)::int AS count FROM booking");
  return rows[0]!.count;
}

test("a database that is 200 ms away each way is slow, and no more", async () => {
  proxy.delay(200);
  expect((await book(nextRequest())).status).toBe(201);
});

test("packets that come in pieces of seven bytes are what they were", async () => {
  proxy.slice(7);
  const request = nextRequest();
  const { id } = await bookUntilTaken(request);
  expect((await bookUntilTaken(request)).id).toBe(id);
});

test("a database that swallows everything is answered 503 with Retry-After; sent again, the command is done once", async () => {
  const before = await countBookings();
  proxy.blackHole(true);
  const request = nextRequest();
  const answers = await Promise.all([book(request), book(nextRequest()), fetch(`${baseUrl}/readyz`)]);
  for (const { status, headers } of answers) {
    expect(status).toBe(503);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  }
  expect(await countBookings()).toBe(before);
  proxy.blackHole(false);
  const { id } = await bookUntilTaken(request);
  expect((await bookUntilTaken(request)).id).toBe(id);
  expect(await countBookings()).toBe(before + 1);
});

test("connections that are reset cost a 503 at the most; sent again, each command is done once", async () => {
  const before = await countBookings();
  const requests = Array.from({ length: 12 }, nextRequest);
  const taken = requests.map(bookUntilTaken);
  for (let times = 0; times < 5; times++) {
    proxy.reset();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const ids = (await Promise.all(taken)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(requests.length);
  expect(await countBookings()).toBe(before + requests.length);
});
