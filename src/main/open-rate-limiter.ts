import { createInProcessRateLimiter } from "../adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { createRateLimiterWithFallback } from "../adapters/rate-limiter/rate-limiter-with-fallback.ts";
import { inTime } from "../adapters/rate-limiter/redis/in-time.ts";
import { createRedisRateLimiter } from "../adapters/rate-limiter/redis/redis-rate-limiter.ts";
import type { RateLimiter } from "../domain/ports/rate-limiter.ts";
import type { Clock } from "../domain/shared/clock.ts";
import type { Log } from "../domain/shared/log.ts";
import { createRedis } from "./create-redis.ts";
import { reasonOf } from "./start-error.ts";

export interface OpenRateLimiter {
  limiter: RateLimiter;
  close(): void;
}

export interface RateLimiterInput {
  /** Null: this process counts for itself. */
  redisUrl: string | null;
  clock: Clock;
  log: Log;
}

/** Comes back when it is known whether Redis answers. It need not: without it each process counts for itself, and says so. */
export async function openRateLimiter({ redisUrl, clock, log }: RateLimiterInput): Promise<OpenRateLimiter> {
  const own = createInProcessRateLimiter({ clock });
  if (redisUrl === null) return { limiter: own, close: () => undefined };
  const redis = createRedis(redisUrl);
  let connectionError: unknown;
  redis.on("error", (error) => (connectionError = error));
  redis.on("ready", () => (connectionError = undefined));
  const limiter = createRateLimiterWithFallback({
    shared: createRedisRateLimiter(redis),
    own,
    ping: () => inTime(redis.ping()),
    onAway(error) {
      const reason = reasonOf(connectionError ?? error);
      log.warn({ reason }, "Redis does not answer: until it does, each process keeps rate limits of its own");
    },
    onBack() {
      log.info({}, "Redis answers again: the processes share their rate limits");
    },
  });
  redis.on("close", () => void limiter.look());
  await redis.connect().catch(() => undefined); // The look says what came of it, and connecting goes on.
  await limiter.look();
  const close = () => {
    limiter.close();
    redis.disconnect();
  };
  return { limiter, close };
}
