import type { Redis } from "ioredis";
import type { Charge, RateLimiter, Spending } from "../../../domain/ports/rate-limiter.ts";
import { assertCharges, bucketKey, toSpending, windowMs } from "../leaky-bucket.ts";
import { SPEND_SCRIPT } from "./spend-script.ts";

const PREFIX = "holdfast:rate-limit:";

interface WithSpendScript {
  spendBudgets(keys: number, ...keysAndArguments: (string | number)[]): Promise<[met: number, ...levels: number[]]>;
}

/**
 * Budgets that all processes share which use the same Redis (6.2 or newer, or Valkey), by its clock.
 * @param redis the caller's: it is closed by whoever made it @throws what the client throws when Redis does not answer
 */
export function createRedisRateLimiter(redis: Redis): RateLimiter {
  redis.defineCommand("spendBudgets", { lua: SPEND_SCRIPT });
  const store = redis as unknown as WithSpendScript;

  async function spend(charges: readonly Charge[]): Promise<Spending> {
    assertCharges(charges);
    const keys = charges.map((charge) => PREFIX + bucketKey(charge));
    const terms = charges.flatMap(({ policy, amount }) => [policy.quota, windowMs(policy), amount]);
    const [met, ...levels] = await store.spendBudgets(keys.length, ...keys, ...terms);
    return toSpending(charges, met === 1, levels);
  }

  return {
    spend,
    peek: async (budgets) => (await spend(budgets.map((budget) => ({ ...budget, amount: 0 })))).budgets,
  };
}
