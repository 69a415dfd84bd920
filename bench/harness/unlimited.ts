import { fileURLToPath } from "node:url";
import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { readRateLimits } from "../../src/main/read-rate-limits.ts";
import type { Limits } from "../../src/rest/limits/count-requests.ts";

/** Plans and guards that are in nobody's way: a bench counts like everybody, but measures the server and not its limits. */
export const UNLIMITED_FILE = fileURLToPath(new URL("../../test/support/unlimited.json", import.meta.url));

export function unlimited(): Limits {
  const limits = readRateLimits({ rateLimits: UNLIMITED_FILE, graphqlPointsPerMinute: null, demo: false });
  return { limiter: createInProcessRateLimiter({ clock: systemClock }), ...limits };
}
