import type { Redis } from "ioredis";
import type { Charge, RateLimiter, Spending } from "../../../domain/ports/rate-limiter.ts";
import { assertCharges, bucketKey, toSpending, windowMs } from "../leaky-bucket.ts";
import { inTime } from "./in-time.ts";
import { GIVE_BACK_SCRIPT, SPEND_SCRIPT } from "./scripts.ts";

const PREFIX = "holdfast:rate-limit:";

interface WithScripts {
  spendBudgets(keys: number, ...keysAndArguments: (string | number)[]): Promise<[met: number, ...levels: number[]]>;
  giveBackToBudgets(keys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
}

/**
 * Budgets that all processes share which use the same Redis (6.2 or newer, or Valkey), by its clock.
 * @param redis the caller's: it is closed by whoever made it @throws what the client throws when Redis does not answer
 */
export function createRedisRateLimiter(redis: Redis): RateLimiter {
  redis.defineCommand("spendBudgets", { lua: SPEND_SCRIPT });
  redis.defineCommand("giveBackToBudgets", { lua: GIVE_BACK_SCRIPT });
  const store = redis as unknown as WithScripts;

  async function spend(charges: readonly Charge[]): Promise<Spending> {
    assertCharges(charges);
    const [met, ...levels] = await inTime(store.spendBudgets(charges.length, ...termsOf(charges)));
    return toSpending(charges, met === 1, levels);
  }

  async function giveBack(charges: readonly Charge[]): Promise<void> {
    assertCharges(charges);
    await inTime(store.giveBackToBudgets(charges.length, ...termsOf(charges)));
  }

  return {
    giveBack,
    spend,
    peek: async (budgets) => (await spend(budgets.map((budget) => ({ ...budget, amount: 0 })))).budgets,
  };
}

/** What both scripts are called with: the keys, then quota, window and amount of each. */
function termsOf(charges: readonly Charge[]): (string | number)[] {
  return [
    ...charges.map((charge) => PREFIX + bucketKey(charge)),
    ...charges.flatMap(({ policy, amount }) => [policy.quota, windowMs(policy), amount]),
  ];
}
