import type { DomainContext } from "../domain/shared/context.ts";
import type { CostBudget } from "./limits/cost-budget.ts";

/** What every resolver is given. */
export interface GraphQLContext {
  domain: DomainContext;
  /** Where budgets are kept. */
  budget: CostBudget;
}
