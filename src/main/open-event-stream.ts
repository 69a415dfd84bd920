import { createRedisEventStream } from "../adapters/event-stream/redis/redis-event-stream.ts";
import type { EventStream } from "../domain/ports/event-stream.ts";
import type { Config } from "./config.ts";
import { createRedis } from "./create-redis.ts";

export interface OpenEventStream {
  stream: EventStream;
  close(): void;
}

/** What docs/event-stream.md tells consumers to read. */
const KEY = "holdfast:events";

/** Null: there is no Redis, or nobody wants it. It need not answer: events wait in the database until it does. */
export function openEventStream({ redisUrl, eventStreamLength }: Config): OpenEventStream | null {
  if (redisUrl === null || eventStreamLength === 0) return null;
  const redis = createRedis(redisUrl);
  // Whoever publishes says that it does not answer.
  redis.on("error", () => undefined);
  redis.connect().catch(() => undefined);
  return {
    stream: createRedisEventStream(redis, { key: KEY, length: eventStreamLength }),
    close: () => {
      redis.disconnect();
    },
  };
}
