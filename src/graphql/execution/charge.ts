import { GraphQLError } from "graphql";
import { spendCost, type CostBudget, type Spender } from "../limits/cost-budget.ts";
import { refusal } from "../limits/refusal.ts";
import type { OperationPlan } from "../reading/operation-plan.ts";
import { MOST_POINTS } from "../reading/price.ts";

/** What `extensions.cost` of an answer says, in points (docs/graphql-cost.md). */
export interface Cost {
  requested: number;
  /** Of one operation. */
  limit: number;
  /** What the credential may still spend. */
  remaining: number;
}

export interface Charged {
  cost: Cost;
  /** `RateLimit` and its kin, also of a refusal. */
  headers: Record<string, string>;
  refused?: GraphQLError;
}

/** The price of an operation; nothing that is asked is free. */
export function priceOf({ roots }: OperationPlan): number {
  return Math.max(
    1,
    roots.reduce((total, { price }) => total + price, 0),
  );
}

/** Takes the price of an operation from the budget of who asks, before anything is read. What is refused costs nothing. */
export async function charge(budget: CostBudget, spender: Spender, requested: number): Promise<Charged> {
  const isTooCostly = requested > MOST_POINTS;
  const { headers, remaining, refusal: refused } = await spendCost(budget, spender, isTooCostly ? 0 : requested);
  const cost = { requested, limit: MOST_POINTS, remaining };
  if (isTooCostly) {
    const message = `This costs ${requested} points; one operation may cost ${MOST_POINTS}. Ask for fewer rows, or in parts.`;
    return { cost, headers, refused: withCost(refusal("query_too_costly", message), cost) };
  }
  if (!refused) return { cost, headers };
  const { code, detail, ...rest } = refused;
  return { cost, headers, refused: withCost(new GraphQLError(detail, { extensions: { code, ...rest } }), cost) };
}

/** Only tells the price. */
export async function quote(budget: CostBudget, spender: Spender, requested: number): Promise<Charged> {
  const { headers, remaining } = await spendCost(budget, spender, 0);
  return { cost: { requested, limit: MOST_POINTS, remaining }, headers };
}

/**
 * What an answer says of its price, in its body and in its headers. One that many may be given says nothing of a single
 * caller's budget: it is the same for all of them, and as long as what was read is.
 */
export function priceTag({ cost, headers }: Charged, isPublic: boolean) {
  if (!isPublic) return { cost, headers };
  const { requested, limit } = cost;
  return { cost: { requested, limit }, isPublic };
}

function withCost(error: GraphQLError, cost: Cost): GraphQLError {
  Object.assign(error.extensions, { cost });
  return error;
}
