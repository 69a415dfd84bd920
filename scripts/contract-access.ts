import { ACTIONS, type Anybody } from "../src/domain/access/policy.ts";
import { RULES, type Rule, type RuleName } from "../src/domain/access/rules.ts";
import { operationsOf, type ContractDocument } from "./contract-bundle.ts";

type Security = Record<string, string[]>[];

const ROWS: Record<string, RuleName | Anybody | undefined> = ACTIONS;

/** One line for each operation whose `security` says something else than the rule in src/domain/access. */
export function accessFindings(document: ContractDocument): string[] {
  return operationsOf(document).flatMap(({ operation: { operationId, security } }) => {
    const rule = ROWS[operationId];
    if (rule === undefined) return [`${operationId}: has no row in ACTIONS of src/domain/access/policy.ts.`];
    const expected = JSON.stringify(rule === "anybody" ? [] : securityOf(RULES[rule]));
    if (JSON.stringify(security) === expected) return [];
    return [`${operationId}: its security must be ${expected}, by the rule "${rule}" of src/domain/access.`];
  });
}

/** As the contract writes a rule, in this order. */
export function securityOf({ scope, logInOnly, may }: Rule): Security {
  const scopes = scope === null ? [] : [scope];
  return [
    ...(logInOnly === true ? [] : [{ secretKey: scopes }]),
    { accessToken: scopes },
    ...(may.publishable_key === undefined ? [] : [{ publishableKey: scopes }]),
    ...(may.attendee === undefined ? [] : [{ guestLink: scopes }]),
  ];
}
