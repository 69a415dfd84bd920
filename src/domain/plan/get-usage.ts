import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Budget, BudgetRef, RateLimiter } from "../ports/rate-limiter.ts";
import { findPlan } from "./find-plan.ts";
import { spenderOf, type Plan, type Plans } from "./plan.ts";

export interface Usage {
  plan: string;
  /** What the caller himself may use now. */
  own: Budget[];
  credentials: CredentialUsage[];
}

export interface CredentialUsage extends Credential {
  budgets: Budget[];
}

interface Credential {
  /** A key's identifier, or a member's. */
  id: string;
  kind: "secret_key" | "publishable_key" | "person";
  name: string;
  lastUsedAt: Date | null;
}

/** A credential with whose budgets they are. */
interface Spender extends Credential {
  spender: string;
}

/** The keys that are accepted, and the people who are logged in: those that were used last, a person by his latest refresh. */
const GET_SPENDERS = {
  name: "get_spenders",
  text: `(SELECT id, kind || '_key' AS kind, name, last_used_at AS "lastUsedAt", id AS spender
    FROM api_key
    WHERE organisation_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
    ORDER BY last_used_at DESC NULLS LAST, id LIMIT $3)
    UNION ALL
    (SELECT m.id, 'person', m.name, max(s.last_used_at), s.user_id
    FROM device_session s JOIN member m ON m.id = s.member_id
    WHERE s.organisation_id = $1 AND s.ended_at IS NULL AND s.expires_at > $2
    GROUP BY m.id, m.name, s.user_id
    ORDER BY max(s.last_used_at) DESC, m.id LIMIT $3)
    ORDER BY "lastUsedAt" DESC NULLS LAST, id LIMIT $3`,
};

/**
 * What the organisation's plan lets each credential use, and what is left of it now. Looking costs nothing.
 * @param input.first how many credentials @throws forbidden but for owners and admins
 */
export async function getUsage(
  ctx: DomainContext,
  { limiter, plans, first }: { limiter: RateLimiter; plans: Plans; first: number },
): Promise<Usage> {
  const { actor, db, clock } = ctx;
  assertMay(actor, "read API keys");
  const plan = await findPlan(ctx, plans, actor.organisationId);
  const spenders = await db.query<Spender>(GET_SPENDERS, [actor.organisationId, clock.now(), first]);
  // The caller may be one of them, and nobody is asked for twice.
  const own = await limiter.peek(budgetsOf(plan, { kind: "secret_key", spender: spenderOf(actor) }));
  const refs = spenders.map((each) => budgetsOf(plan, each));
  const budgets = await limiter.peek(refs.flat());
  const credentials = spenders.map(({ spender: _, ...credential }, index) => ({
    ...credential,
    budgets: budgets.splice(0, refs[index]!.length),
  }));
  return { plan: plan.name, own, credentials };
}

function budgetsOf(plan: Plan, { kind, spender }: Pick<Spender, "kind" | "spender">): BudgetRef[] {
  const requests = kind === "publishable_key" ? plan.crowd : plan.requests;
  return [...requests, plan.points].map((policy) => ({ policy, partitionKey: spender }));
}
