import { createLookUps } from "../access/look-ups.ts";
import type { DomainContext } from "../shared/context.ts";
import { STANDARD, type Plan, type Plans } from "./plan.ts";

/** How long a process goes on with a plan that was changed. */
const PLAN_HELD_MS = 60_000;

/** Names of plans by the organisation's identifier. */
const lookUps = createLookUps<string>(PLAN_HELD_MS);

const GET_PLAN = { name: "get_plan", text: "SELECT plan FROM organisation WHERE id = $1" };

/** The organisation's plan; the standard one where the server knows none of its name. Where there is one plan only, nothing is asked. */
export async function findPlan(
  { db, clock }: Pick<DomainContext, "db" | "clock">,
  plans: Plans,
  organisationId: string,
): Promise<Plan> {
  const standard = plans.get(STANDARD)!;
  if (plans.size === 1) return standard;
  const name = await lookUps.find(db, organisationId, clock.now().getTime(), async () => {
    const [row] = await db.query<{ plan: string }>(GET_PLAN, [organisationId]);
    return row?.plan ?? null;
  });
  return plans.get(name ?? STANDARD) ?? standard;
}
