import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { createRedisRateLimiter } from "../../../src/adapters/rate-limiter/redis/redis-rate-limiter.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../../support/redis-server.ts";
import { describeRateLimiter } from "./contract.ts";

/** Lets every bucket grow older: the time is the server's own, and a test cannot move it. */
const AGE = `
for _, key in ipairs(redis.call("KEYS", "*")) do
  local level, at = string.match(redis.call("GET", key), "^(%d+):(%d+)$")
  local ttl = redis.call("PTTL", key) - ARGV[1]
  if ttl > 0 then redis.call("SET", key, level .. ":" .. string.format("%.0f", at - ARGV[1]), "PX", ttl)
  else redis.call("DEL", key) end
end`;

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

describeWithRedis("with a real Redis", () => {
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedisServer();
  });

  afterAll(() => server.remove());

  describeRateLimiter("Redis", () => {
    const clients = [new Redis(server.url), new Redis(server.url)] as const;
    return Promise.resolve({
      limiter: createRedisRateLimiter(clients[0]),
      twin: createRedisRateLimiter(clients[1]),
      advance: async (ms) => {
        await clients[0].eval(AGE, 0, ms);
      },
      close: () => {
        for (const client of clients) client.disconnect();
        return Promise.resolve();
      },
    });
  });

  describe("what it leaves", () => {
    const policy = { name: "burst", quota: 1_000, windowSeconds: 60 };
    let redis: Redis;

    beforeAll(() => {
      redis = new Redis(server.url);
    });

    afterAll(() => {
      redis.disconnect();
    });

    test("a bucket is gone when it has drained, and a look or a refusal leaves none", async () => {
      const limiter = createRedisRateLimiter(redis);
      const charge = { policy, partitionKey: "short-lived", amount: 10 };
      await limiter.peek([charge]);
      await limiter.spend([{ ...charge, amount: 1_001 }]);
      const key = "holdfast:rate-limit:burst/60:short-lived";
      expect(await redis.exists(key)).toBe(0);
      await limiter.spend([charge]);
      const ttl = await redis.pttl(key);
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(600);
    });

    test("one round trip serves three budgets, also after the server has forgotten the script", async () => {
      const limiter = createRedisRateLimiter(redis);
      const charges = [60, 3_600, 86_400].map((windowSeconds) => ({
        policy: { ...policy, windowSeconds },
        partitionKey: "round-trips",
        amount: 1,
      }));
      await limiter.spend(charges);
      const before = await commandsOf(redis);
      await limiter.spend(charges);
      expect((await commandsOf(redis)) - before).toBe(1);
      await redis.script("FLUSH");
      expect(await limiter.spend(charges)).toMatchObject({ outcome: "spent", budgets: [{}, {}, { remaining: 997 }] });
    });
  });
});

/** How often clients have called scripts. */
async function commandsOf(redis: Redis): Promise<number> {
  const stats = await redis.info("commandstats");
  const calls = [...stats.matchAll(/cmdstat_(?:eval|evalsha):calls=(\d+)/g)];
  return calls.reduce((sum, [, count]) => sum + Number(count), 0);
}
