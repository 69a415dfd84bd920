import type { Budget, Charge, RatePolicy, Spending } from "../../domain/ports/rate-limiter.ts";

/** A budget as it is stored. `level` is what was spent and has not drained yet, in units × milliseconds of the window. */
export interface Bucket {
  level: number;
  /** Epoch milliseconds. */
  at: number;
}

/** Under which name a charge's bucket is kept. The window is part of it, since the level is measured by it. */
export function bucketKey({ policy, partitionKey }: Charge): string {
  return `${policy.name}/${policy.windowSeconds}:${partitionKey}`;
}

export function windowMs({ windowSeconds }: RatePolicy): number {
  return windowSeconds * 1_000;
}

/** The level now. A clock that was set back drains nothing. */
export function drainedLevel({ level, at }: Bucket, { quota }: RatePolicy, now: number): number {
  return Math.max(0, level - quota * Math.max(0, now - at));
}

export function fits({ policy, amount }: Charge, level: number): boolean {
  return level + amount * windowMs(policy) <= capacity(policy);
}

/** @throws RangeError for what cannot be counted exactly, and for a budget that is named twice */
export function assertCharges(charges: readonly Charge[]): void {
  for (const { policy, amount } of charges) {
    const isPolicy = isCount(policy.quota) && isCount(policy.windowSeconds) && Number.isSafeInteger(capacity(policy));
    if (!isPolicy) throw new RangeError(`The policy ${policy.name} cannot be counted.`);
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} cannot be spent.`);
  }
  if (new Set(charges.map(bucketKey)).size < charges.length) throw new RangeError("A budget is charged twice.");
}

/** @param levels after the answer, in the order of the charges */
export function toSpending(charges: readonly Charge[], isSpent: boolean, levels: readonly number[]): Spending {
  const budgets = charges.map(({ policy }, index) => toBudget(policy, levels[index]!));
  if (isSpent) return { outcome: "spent", budgets };
  if (charges.some(({ policy, amount }) => amount > policy.quota)) return { outcome: "too_costly", budgets };
  const waits = charges.map(({ policy, amount }, index) => secondsUntil(policy, amount, levels[index]!));
  return { outcome: "refused", budgets, retryAfterSeconds: Math.max(...waits) };
}

function toBudget(policy: RatePolicy, level: number): Budget {
  const remaining = Math.max(0, Math.floor((capacity(policy) - level) / windowMs(policy)));
  return { policy, remaining, resetAfterSeconds: level === 0 ? 0 : secondsUntil(policy, remaining + 1, level) };
}

/** How long it takes until this amount is there. */
function secondsUntil(policy: RatePolicy, amount: number, level: number): number {
  const excess = level + amount * windowMs(policy) - capacity(policy);
  return Math.max(0, Math.ceil(excess / policy.quota / 1_000));
}

function capacity(policy: RatePolicy): number {
  return policy.quota * windowMs(policy);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
