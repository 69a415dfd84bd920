import type { Charge, RateLimiter, RatePolicy } from "../ports/rate-limiter.ts";
import { DomainError } from "../shared/errors.ts";

interface Deps {
  limiter: RateLimiter;
}

/**
 * However many log-ins are begun and sessions tried: three codes of a million are good at a time, so whoever knows the
 * password and guesses all day long gets in once in some 18 years.
 */
const POLICIES: readonly RatePolicy[] = [
  { name: "proofs-quarter-hour", quota: 10, windowSeconds: 900 },
  { name: "proofs-day", quota: 50, windowSeconds: 86_400 },
];

/** Counts a try to prove to be this person, before it is known whether it is right. @throws rate_limited */
export async function countGuess({ limiter }: Deps, userId: string): Promise<void> {
  const spending = await limiter.spend(chargesOf(userId));
  if (spending.outcome === "spent") return;
  throw new DomainError("rate_limited", {
    detail: "This was tried too often for this person.",
    retryAfterSeconds: spending.outcome === "refused" ? spending.retryAfterSeconds : undefined,
  });
}

/** It was right: only wrong ones count. */
export async function forgiveGuess({ limiter }: Deps, userId: string): Promise<void> {
  await limiter.giveBack(chargesOf(userId));
}

function chargesOf(userId: string): Charge[] {
  return POLICIES.map((policy) => ({ policy, partitionKey: userId, amount: 1 }));
}
