import { ACTIONS, type Action, type Anybody } from "../domain/access/policy.ts";
import type { RuleName } from "../domain/access/rules.ts";
import type { OperationId } from "../generated/contract-operations.ts";

/** A row for each operation and no other: what the domain's table lacks, or has too much, does not compile. */
const ROWS: Record<OperationId, RuleName | Anybody> & Record<Exclude<Action, OperationId>, never> = ACTIONS;

/** The rule of an operation that needs a credential. */
export function ruleOf(id: OperationId): RuleName {
  const rule = ROWS[id];
  if (rule === "anybody") throw new Error(`${id} has no rule: anybody may call it.`);
  return rule;
}

export function needsNoCredential(id: OperationId): boolean {
  return ROWS[id] === "anybody";
}
