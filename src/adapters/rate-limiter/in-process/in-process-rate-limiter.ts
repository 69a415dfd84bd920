import { LRUCache } from "lru-cache";
import type { Charge, RateLimiter, Spending } from "../../../domain/ports/rate-limiter.ts";
import { assertCharges, bucketKey, drainedLevel, fits, toSpending, windowMs, type Bucket } from "../leaky-bucket.ts";

/** Some 10 MB. Of more budgets than these the ones that were asked for longest ago are forgotten, and are untouched again. */
const MOST_BUDGETS = 50_000;

export interface InProcessInput {
  clock: { now(): Date };
}

/**
 * Budgets of this process alone: what a single process uses without Redis, and several while Redis is away. Time comes from
 * the clock that it is given. A refused spend counts as asking, so who keeps on trying is not forgotten.
 */
export function createInProcessRateLimiter({ clock }: InProcessInput): RateLimiter {
  const buckets = new LRUCache<string, Bucket>({ max: MOST_BUDGETS });

  /** Without an await: nothing comes between looking and taking. */
  function spend(charges: readonly Charge[]): Spending {
    assertCharges(charges);
    const now = clock.now().getTime();
    const keys = charges.map(bucketKey);
    const levels = charges.map(({ policy }, index) => {
      const bucket = buckets.get(keys[index]!);
      return bucket === undefined ? 0 : drainedLevel(bucket, policy, now);
    });
    if (!charges.every((charge, index) => fits(charge, levels[index]!))) return toSpending(charges, false, levels);
    const filled = charges.map(({ policy, amount }, index) => levels[index]! + amount * windowMs(policy));
    for (const [index, { amount }] of charges.entries())
      if (amount > 0) buckets.set(keys[index]!, { level: filled[index]!, at: now });
    return toSpending(charges, true, filled);
  }

  async function giveBack(charges: readonly Charge[]): Promise<void> {
    assertCharges(charges);
    const now = clock.now().getTime();
    for (const charge of charges) {
      const key = bucketKey(charge);
      const bucket = buckets.get(key);
      if (bucket === undefined) continue;
      const level = drainedLevel(bucket, charge.policy, now) - charge.amount * windowMs(charge.policy);
      if (level > 0) buckets.set(key, { level, at: now });
      else buckets.delete(key);
    }
    return Promise.resolve();
  }

  return {
    giveBack,
    spend: async (charges) => Promise.resolve(spend(charges)),
    peek: async (budgets) => Promise.resolve(spend(budgets.map((budget) => ({ ...budget, amount: 0 }))).budgets),
  };
}
