import type { DomainContext } from "../domain/shared/context.ts";
import type { Turns } from "../domain/shared/turns.ts";
import type { CostBudget } from "./limits/cost-budget.ts";

/** What every resolver is given. */
export interface GraphQLContext {
  domain: DomainContext;
  /** Where budgets are kept. */
  budget: CostBudget;
  /** Whatever goes to the database takes a turn: one operation has but a few connections at a time. */
  statements: Turns;
}
