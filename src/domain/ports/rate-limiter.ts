/** How much may be spent of something in a time, by each partition for itself. */
export interface RatePolicy {
  /** Lower-case letters, digits and hyphens: clients read it in the `RateLimit` header. */
  name: string;
  /** What an untouched budget holds: the most that can be spent at one moment. Times the window's milliseconds it is at most 2^53. */
  quota: number;
  /** In this time an empty budget is whole again. */
  windowSeconds: number;
  /** What the quota counts; requests when left out. */
  unit?: "points";
}

/** What belongs to one partition under one policy. */
export interface BudgetRef {
  policy: RatePolicy;
  /** Whose budget it is: the identifier of a credential, an address, never a secret. */
  partitionKey: string;
}

export interface Charge extends BudgetRef {
  /** A whole number of the policy's units. 0 takes nothing. */
  amount: number;
}

export interface Budget {
  policy: RatePolicy;
  /** Whole units that can be spent now. */
  remaining: number;
  /** Until at least one more unit is there, rounded up; 0 when the budget is untouched. */
  resetAfterSeconds: number;
}

/** The budgets stand in the order of the charges, as they are after the answer. */
export type Spending =
  | { outcome: "spent"; budgets: Budget[] }
  /** Too much was spent before. The same charges can be met after this time, rounded up, if nobody else spends meanwhile. */
  | { outcome: "refused"; budgets: Budget[]; retryAfterSeconds: number }
  /** At least one charge is more than its policy's whole quota: it is refused for good. */
  | { outcome: "too_costly"; budgets: Budget[] };

/**
 * Budgets that come back by themselves, shared by every process that uses the same store.
 *
 * The algorithm is GCRA in its form as a leaky bucket that is a meter (ITU-T I.371, annex A: the two forms let the same
 * calls through): a spend fills the bucket, which drains at `quota / window`, and is refused when it would overflow.
 * Chosen over a fixed window since nobody who has spent a day's quota waits for midnight, and no crowd comes back at one
 * moment; over a sliding window counter, which guesses how the last window was spent; over a log of every call, whose
 * memory grows with the quota. Its price: a budget that was untouched lets up to twice the quota through in its first
 * window, the quota at once and what comes back meanwhile, as a fixed window does round its edge. It never lets more through.
 *
 * Kept as whole numbers of units × milliseconds, so it is exact: of any number of spends at once, those pass that fit.
 */
export interface RateLimiter {
  /**
   * Meets all charges or none, in one step that no other spend can come between: what is refused costs nothing. Names no
   * budget twice. @throws RangeError when a charge is none
   */
  spend(charges: readonly Charge[]): Promise<Spending>;
  /** Makes that what was spent a moment ago was not. No budget comes to hold more than its quota. @throws RangeError when a charge is none */
  giveBack(charges: readonly Charge[]): Promise<void>;
  /** What is there, without touching it. */
  peek(budgets: readonly BudgetRef[]): Promise<Budget[]>;
}
