import type { Budget } from "../domain/ports/rate-limiter.ts";

export interface AnsweredBudgets {
  budgets: readonly Budget[];
  /** Where the request was refused and may be repeated. */
  retryAfterSeconds?: number;
}

/**
 * The headers that tell a client where it stands: `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4; Structured Fields, RFC 9651), and `Retry-After`
 * (RFC 9110 10.2.3) for one that was refused. `t` is left out where nothing was spent, since no more will be there then, and
 * where it lies after `Retry-After`, which it should not contradict (section 6).
 */
export function rateLimitHeaders({ budgets, retryAfterSeconds }: AnsweredBudgets): Record<string, string> {
  if (budgets.length === 0) return {};
  return {
    "RateLimit-Policy": budgets.map(policyItem).join(", "),
    RateLimit: budgets.map((budget) => serviceLimitItem(budget, retryAfterSeconds)).join(", "),
    ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
  };
}

function policyItem({ policy: { name, quota, windowSeconds, unit } }: Budget): string {
  return `"${name}";q=${quota}${unit === undefined ? "" : `;qu="${unit}"`};w=${windowSeconds}`;
}

function serviceLimitItem({ policy, remaining, resetAfterSeconds }: Budget, latest = Infinity): string {
  const reset = resetAfterSeconds === 0 || resetAfterSeconds > latest ? "" : `;t=${resetAfterSeconds}`;
  return `"${policy.name}";r=${remaining}${reset}`;
}
