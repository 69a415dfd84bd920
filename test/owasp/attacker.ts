import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { parseConfig } from "../../src/main/config.ts";
import { readRateLimits } from "../../src/main/read-rate-limits.ts";
import type { RestApp } from "../support/rest-app.ts";
import type { RestWorld } from "../support/rest-world.ts";

/** What GraphQL answers, as an attacker reads it. */
export interface Told {
  status: number;
  text: string;
  data: Record<string, unknown> | null | undefined;
  codes: string[];
}

/** Asks a document over GraphQL. */
export async function ask(
  app: RestApp,
  key: string | null,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Told> {
  const { status, text } = await app.call("POST", "/graphql", { key, body: { query, variables }, headers });
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Told["data"];
    errors?: { extensions: { code: string } }[];
  };
  return { status, text, data, codes: errors.map(({ extensions }) => extensions.code) };
}

/**
 * A process with the limits that a server in production has.
 * @param trustProxy whose word counts for where callers are; the loopback's when left out
 */
export function startWithRealLimits({ clock, startTwin }: RestWorld, trustProxy = "loopback"): Promise<RestApp> {
  const limiter = createInProcessRateLimiter({ clock });
  const limits = { limiter, ...readRateLimits({ ...parseConfig({}), demo: false }) };
  return startTwin({ limits, trustProxy });
}

/** As the trusted proxy says it. */
export function from(address: string): Record<string, string> {
  return { "X-Forwarded-For": address };
}
