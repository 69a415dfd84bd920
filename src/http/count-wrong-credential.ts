import type { ServerResponse } from "node:http";
import type { RateLimiter, RatePolicy } from "../domain/ports/rate-limiter.ts";
import { DomainError } from "../domain/shared/errors.ts";
import { networkOf } from "../domain/shared/network.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";

/** Where credentials that were none are counted. */
export interface WrongCredentialLimits {
  limiter: RateLimiter;
  guards: { "wrong-credential": RatePolicy };
}

/**
 * Counts a credential that was none by the address that it came from. One that is right costs nothing and is let in whatever its
 * neighbours have tried: behind one address may be a whole company, or a proxy that nobody has told us of. Where
 * nothing can be counted, nothing is held back.
 * @throws rate_limited
 */
export async function countWrongCredential(
  { limiter, guards }: WrongCredentialLimits,
  address: string | undefined,
  res: ServerResponse,
): Promise<void> {
  const charge = { policy: guards["wrong-credential"], partitionKey: networkOf(address), amount: 1 };
  const spending = await limiter.spend([charge]);
  if (spending.outcome === "spent") return;
  const retryAfterSeconds = spending.outcome === "refused" ? Math.max(1, spending.retryAfterSeconds) : undefined;
  const headers = rateLimitHeaders({ ...spending, retryAfterSeconds });
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  throw new DomainError("rate_limited", {
    detail: `Too many keys and tokens that are none have come from this address: one more is looked at in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  });
}
