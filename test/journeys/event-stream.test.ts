import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { bookingRequest } from "../support/booking-request.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../support/redis-server.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";

interface Told {
  id: string;
  type: string;
  subjectId: string;
}

type Consume = (
  url: string,
  options: { group: string; name: string; handle: (event: Told) => Promise<void>; signal: AbortSignal },
) => Promise<void>;

/** The consumer that docs/event-stream.md shows. */
async function consumerOfTheDocs(): Promise<Consume> {
  const docs = readFileSync(fileURLToPath(new URL("../../docs/event-stream.md", import.meta.url)), "utf8");
  const [, code] = /```js\n(.*?)```/s.exec(docs)!;
  const text = code!.replace('"ioredis"', JSON.stringify(import.meta.resolve("ioredis")));
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { consume: Consume };
  return module.consume;
}

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

describeWithRedis("another service that reads the event stream", () => {
  let redis: RedisServer;
  let dataDir: string;
  let server: JourneyServer;
  const stopping = new AbortController();
  const seen: Told[] = [];
  let consumers: Promise<void>[];

  beforeAll(async () => {
    redis = await startRedisServer();
    dataDir = makeDataDir();
    server = await startServer(dataDir, { REDIS_URL: redis.url });
    const consume = await consumerOfTheDocs();
    consumers = ["first", "second"].map((name) =>
      consume(redis.url, {
        ...{ group: "billing", name, signal: stopping.signal },
        handle: (event) => Promise.resolve(void seen.push(event)),
      }),
    );
  });

  afterAll(async () => {
    stopping.abort();
    await Promise.all(consumers);
    await server.process.end("SIGTERM");
    await redis.remove();
    removeDataDir(dataDir);
  });

  /** Books the next time that is free. @returns the booking */
  async function book(): Promise<string> {
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
    const answer = await fetch(`${baseUrl}/v1/bookings`, { method: "POST", headers, body });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }

  const toldOf = (bookingId: string) =>
    seen.filter(({ type, subjectId }) => type === "booking.created" && subjectId === bookingId);

  async function untilToldOf(bookingId: string): Promise<void> {
    while (toldOf(bookingId).length === 0) await sleep(10);
  }

  test("is told of a booking once, whichever of its processes has it", async () => {
    const booking = await book();
    await untilToldOf(booking);
    const next = await book();
    await untilToldOf(next);
    expect([toldOf(booking).length, toldOf(next).length]).toEqual([1, 1]);
  });

  test("is told of what was booked while Redis was killed, and of all before it again, by the same identifiers", async () => {
    const before = await book();
    await untilToldOf(before);
    await redis.stop();
    const meanwhile = await book();
    await redis.start();
    await untilToldOf(meanwhile);
    const told = toldOf(before);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  });

  test("misses nothing when Redis is flushed", async () => {
    const before = await book();
    const admin = new Redis(redis.url);
    await admin.flushall();
    admin.disconnect();
    const after = await book();
    await Promise.all([before, after].map(untilToldOf));
  });
});
