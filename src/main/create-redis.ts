import { Redis } from "ioredis";

const CONNECT_TIMEOUT_MS = 2_000;
/** A connection on which nothing comes back for so long is broken, and made anew. */
const SOCKET_TIMEOUT_MS = 2_000;
const LONGEST_RETRY_MS = 2_000;

/** Nothing is queued for a Redis that is away, and nothing waits for one that hangs: a command fails, soon or at once. */
export function createRedis(redisUrl: string): Redis {
  return new Redis(redisUrl, {
    lazyConnect: true,
    connectionName: "holdfast",
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * 2 ** (times - 1), LONGEST_RETRY_MS) * (0.75 + Math.random() / 4),
  });
}
