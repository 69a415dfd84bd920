import { findPlan } from "../../domain/plan/find-plan.ts";
import { spenderOf, type Plans } from "../../domain/plan/plan.ts";
import type { RateLimiter } from "../../domain/ports/rate-limiter.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import { rateLimitHeaders } from "../../http/rate-limit-headers.ts";

/** Where the points of GraphQL are kept, and how many there are by each plan. */
export interface CostBudget {
  limiter: RateLimiter;
  plans: Plans;
}

/** Who pays, and where his plan is found. */
export type Spender = Pick<DomainContext, "db" | "clock" | "actor">;

export interface CostSpending {
  headers: Record<string, string>;
  /** Points that the credential has left. */
  remaining: number;
  /** Set when nothing was spent and nothing may be carried out. */
  refusal?: CostRefusal;
}

export type CostRefusal =
  /** The same document may pass after this time. */
  | { code: "rate_limited"; detail: string; retryAfterSeconds: number }
  /** More than a whole minute's points: it never passes. */
  | { code: "cost_above_budget"; detail: string };

/**
 * Takes the price of a document from the budget of the actor's key or person, or refuses it and takes nothing.
 * @param price in points, a whole number; 0 for a look at the budget
 */
export async function spendCost(
  { limiter, plans }: CostBudget,
  spender: Spender,
  price: number,
): Promise<CostSpending> {
  const { actor } = spender;
  const { points: policy } = await findPlan(spender, plans, actor.organisationId);
  const spending = await limiter.spend([{ policy, partitionKey: spenderOf(actor), amount: price }]);
  const { remaining } = spending.budgets[0]!;
  const answer = { headers: rateLimitHeaders(spending), remaining };
  if (spending.outcome === "spent") return answer;
  if (spending.outcome === "too_costly") {
    const detail = `This costs ${price} points; a credential has ${policy.quota} a minute.`;
    return { ...answer, refusal: { code: "cost_above_budget", detail } };
  }
  const { retryAfterSeconds } = spending;
  const detail = `This costs ${price} points and ${remaining} are left; there are enough in ${retryAfterSeconds} s.`;
  return { ...answer, refusal: { code: "rate_limited", detail, retryAfterSeconds } };
}
