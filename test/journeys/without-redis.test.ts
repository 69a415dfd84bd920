import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../support/redis-server.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";

const AWAY = /"level":"warn".*"reason":"[^"]+".*Redis does not answer/;
const BACK = /Redis answers again/;

let dataDir: string;
let server: JourneyServer;

beforeAll(() => {
  dataDir = makeDataDir();
});

afterEach(async () => {
  await server.process.end("SIGKILL");
});

afterAll(() => {
  removeDataDir(dataDir);
});

/** Books the next time that is free. */
async function book(): Promise<number> {
  const { baseUrl, demo } = server;
  const headers = { Authorization: `Bearer ${demo.apiKey}`, "Content-Type": "application/json" };
  const from = new Date();
  const to = new Date(from.getTime() + 14 * 86_400_000);
  const eventTypeId = demo.eventTypes[0]!.id;
  const range = `from=${from.toISOString()}&to=${to.toISOString()}&timeZone=UTC`;
  const found = await fetch(`${baseUrl}/v1/availability?eventTypeId=${eventTypeId}&${range}`, { headers });
  const { days } = (await found.json()) as { days: { slots: { startsAt: string }[] }[] };
  const { startsAt } = days.flatMap(({ slots }) => slots)[0]!;
  const body = JSON.stringify(bookingRequest(eventTypeId, startsAt, { clientCreatedAt: from.toISOString() }));
  const { status } = await fetch(`${baseUrl}/v1/bookings`, { method: "POST", headers, body });
  return status;
}

const isReady = async () => (await fetch(`${server.baseUrl}/readyz`)).status === 200;
const awayLines = () => server.process.output().stdout.match(new RegExp(AWAY, "g")) ?? [];

test("a server whose Redis is not there starts, says so, is ready, books, and ends with 0", async () => {
  server = await startServer(dataDir, { REDIS_URL: "redis://127.0.0.1:1/0" });
  expect(awayLines()).toHaveLength(1);
  expect(await isReady()).toBe(true);
  expect(await book()).toBe(201);
  expect(await server.process.end("SIGTERM")).toBe(0);
  expect(awayLines()).toHaveLength(1);
});

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

describeWithRedis("while Redis comes and goes", () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedisServer();
  });

  afterAll(() => redis.remove());

  test("the server goes on booking, and says once what has changed", async () => {
    server = await startServer(dataDir, { REDIS_URL: redis.url });
    expect(await book()).toBe(201);
    expect(awayLines()).toEqual([]);

    await redis.stop();
    await server.process.said(AWAY);
    expect(await isReady()).toBe(true);
    expect(await book()).toBe(201);

    await redis.start();
    await server.process.said(BACK);
    expect(await book()).toBe(201);
    expect(awayLines()).toHaveLength(1);
    expect(await server.process.end("SIGTERM")).toBe(0);
    expect(server.process.output().stderr).toBe("");
  });
});
