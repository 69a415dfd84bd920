import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { setTimeout as sleep } from "node:timers/promises";
import type { RateLimiter } from "../../../src/domain/ports/rate-limiter.ts";
import { openRateLimiter, type OpenRateLimiter } from "../../../src/main/open-rate-limiter.ts";
import { createMovableClock, NOW, type LogLine } from "../../support/domain-context.ts";
import { createListLog } from "../../support/list-log.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../../support/redis-server.ts";

const POLICY = { name: "hundred", quota: 100, windowSeconds: 3_600 };
const AWAY = "Redis does not answer: until it does, each process keeps rate limits of its own";
const BACK = "Redis answers again: the processes share their rate limits";

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

const openOnes: OpenRateLimiter[] = [];

/** As a server opens it, with the lines that it logs. */
async function open(redisUrl: string | null) {
  const logged: LogLine[] = [];
  const opened = await openRateLimiter({ redisUrl, clock: createMovableClock(NOW), log: createListLog(logged) });
  openOnes.push(opened);
  return { ...opened, logged, messages: () => logged.map(({ message }) => message) };
}

const spend = (limiter: RateLimiter, amount = 1) => limiter.spend([{ policy: POLICY, partitionKey: "one", amount }]);
const left = async (limiter: RateLimiter) =>
  (await limiter.peek([{ policy: POLICY, partitionKey: "one" }]))[0]!.remaining;

/** How long it took, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error("It has not come to that in 15 s.");
    await sleep(20);
  }
}

afterEach(() => {
  for (const opened of openOnes.splice(0)) opened.close();
});

describeWithRedis("rate limits while Redis comes and goes", () => {
  let server: RedisServer;
  let one: Awaited<ReturnType<typeof open>>;
  let two: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    server = await startRedisServer();
  });

  beforeEach(async () => {
    await server.stop();
    await server.start();
    one = await open(server.url);
    two = await open(server.url);
  });

  afterAll(() => server.remove());

  test("two processes share one budget, and nothing is logged", async () => {
    await spend(one.limiter, 60);
    expect(await spend(two.limiter, 60)).toMatchObject({ outcome: "refused" });
    expect(await left(two.limiter)).toBe(40);
    expect([...one.logged, ...two.logged]).toEqual([]);
  });

  test("Redis that ends leaves each with a budget of its own, said once, and is used again when it is back", async () => {
    await spend(one.limiter, 60);
    await server.stop();
    const answers = await Promise.all(Array.from({ length: 50 }, () => spend(one.limiter)));
    expect(answers.every(({ outcome }) => outcome === "spent")).toBe(true);
    expect(await left(one.limiter)).toBe(50);
    expect(await spend(one.limiter, 51)).toMatchObject({ outcome: "refused" });
    expect(await left(two.limiter)).toBe(100);
    expect(one.messages()).toEqual([AWAY]);

    await server.start();
    await until(() => one.messages().includes(BACK) && two.messages().includes(BACK));
    await spend(one.limiter, 30);
    expect(await left(two.limiter)).toBe(70);
    expect(one.messages()).toEqual([AWAY, BACK]);
    expect(one.logged.map(({ level }) => level)).toEqual(["warn", "info"]);
  });

  test("Redis that hangs holds up the calls of one moment for half a second, and no others", async () => {
    await spend(one.limiter);
    server.hang();
    const first = await timed(() => Promise.all(Array.from({ length: 20 }, () => spend(one.limiter))));
    expect(first).toBeLessThan(1_500);
    for (let call = 0; call < 100; call++) expect(await timed(() => spend(one.limiter, 0))).toBeLessThan(100);
    await sleep(2_500);
    expect(await timed(() => spend(one.limiter, 0))).toBeLessThan(100);
    expect(one.messages()).toEqual([AWAY]);

    server.resume();
    await until(() => one.messages().includes(BACK));
    expect(one.messages()).toEqual([AWAY, BACK]);
  });

  test("what no policy can be is the caller's fault and not taken for an outage", async () => {
    await expect(spend(one.limiter, -1)).rejects.toThrow(RangeError);
    expect(one.messages()).toEqual([]);
  });

  test("a Redis that is not there yet is a warning with its reason, and is used when it comes", async () => {
    await server.stop();
    const late = await open(server.url);
    expect(late.logged).toEqual([
      { level: "warn", fields: { reason: expect.stringContaining("ECONNREFUSED") }, message: AWAY },
    ]);
    expect(await spend(late.limiter)).toMatchObject({ outcome: "spent" });
    await server.start();
    await until(() => late.messages().includes(BACK));
  });

  test("a password that is wrong is told without the password", async () => {
    const redis = new Redis(server.url);
    await redis.config("SET", "requirepass", "another-one");
    redis.disconnect();
    const url = new URL(server.url);
    url.password = "hush-hush";
    const refused = await open(url.href);
    expect(refused.messages()).toEqual([AWAY]);
    expect(JSON.stringify(refused.logged)).not.toContain("hush-hush");
    expect(refused.logged[0]!.fields).toEqual({ reason: expect.stringMatching(/AUTH|WRONGPASS/) });
  });
});

test("without a Redis the process counts for itself and says nothing of it", async () => {
  const { limiter, logged } = await open(null);
  expect(await spend(limiter)).toMatchObject({ outcome: "spent" });
  expect(logged).toEqual([]);
});
