import { expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import { spendCost, type Spender } from "../../../src/graphql/limits/cost-budget.ts";
import { STANDARD_FIGURES, toPlan } from "../../../src/domain/plan/plan.ts";
import { createMovableClock, NOW } from "../../support/domain-context.ts";

const clock = createMovableClock(NOW);
const plan = toPlan("standard", { ...STANDARD_FIGURES, graphqlPointsPerMinute: 600 });
const budget = { limiter: createInProcessRateLimiter({ clock }), plans: new Map([[plan.name, plan]]) };

/** Of one plan only, which is not looked up. */
function holderOf(credentialId: string): Spender {
  const actor = { organisationId: "org_1", credentialId, scopes: new Set(SCOPES_OF.publishable_key) };
  return { actor: { ...actor, kind: "publishable_key", allowedOrigins: new Set() }, clock, db: undefined as never };
}

test("a document that can be paid for is, and the headers say what is left", async () => {
  expect(await spendCost(budget, holderOf("key_a"), 95)).toEqual({
    remaining: 505,
    headers: { "RateLimit-Policy": '"graphql-points";q=600;qu="points";w=60', RateLimit: '"graphql-points";r=505;t=1' },
  });
});

test("one that cannot be paid for yet is told when, and costs nothing", async () => {
  const actor = holderOf("key_b");
  await spendCost(budget, actor, 500);
  for (let attempt = 0; attempt < 2; attempt++) {
    const { remaining, headers, refusal } = await spendCost(budget, actor, 150);
    expect(remaining).toBe(100);
    expect(headers["Retry-After"]).toBe("5");
    expect(refusal).toEqual({
      code: "rate_limited",
      detail: "This costs 150 points and 100 are left; there are enough in 5 s.",
      retryAfterSeconds: 5,
    });
  }
  clock.advance(5_000);
  expect(await spendCost(budget, actor, 150)).toMatchObject({ remaining: 0 });
});

test("one that costs more than a minute's points is refused for good", async () => {
  const { headers, refusal } = await spendCost(budget, holderOf("key_c"), 601);
  expect(refusal).toEqual({
    code: "cost_above_budget",
    detail: "This costs 601 points; a credential has 600 a minute.",
  });
  expect(headers).not.toHaveProperty("Retry-After");
});

test("a look costs nothing", async () => {
  const actor = holderOf("key_d");
  await spendCost(budget, actor, 600);
  expect(await spendCost(budget, actor, 0)).toMatchObject({ remaining: 0 });
  expect(await spendCost(budget, actor, 0)).not.toHaveProperty("refusal");
});

test("each credential has points of its own", async () => {
  await spendCost(budget, holderOf("key_e"), 600);
  expect(await spendCost(budget, holderOf("key_f"), 1)).toMatchObject({ remaining: 599 });
});
