import { expect, test } from "@jest/globals";
import type { Budget } from "../../src/domain/ports/rate-limiter.ts";
import { rateLimitHeaders } from "../../src/http/rate-limit-headers.ts";

const MINUTE: Budget = {
  policy: { name: "minute", quota: 100, windowSeconds: 60 },
  remaining: 50,
  resetAfterSeconds: 1,
};
const DAY: Budget = {
  policy: { name: "day", quota: 1_000, windowSeconds: 86_400 },
  remaining: 990,
  resetAfterSeconds: 87,
};

test("a budget is a policy with its quota and window, and what remains with the time until there is more", () => {
  expect(rateLimitHeaders({ budgets: [MINUTE] })).toEqual({
    "RateLimit-Policy": '"minute";q=100;w=60',
    RateLimit: '"minute";r=50;t=1',
  });
});

test("several budgets are items of one list", () => {
  expect(rateLimitHeaders({ budgets: [MINUTE, DAY] })).toEqual({
    "RateLimit-Policy": '"minute";q=100;w=60, "day";q=1000;w=86400',
    RateLimit: '"minute";r=50;t=1, "day";r=990;t=87',
  });
});

test("the unit is named where it is not requests", () => {
  const policy = { name: "graphql-points", quota: 50_000, windowSeconds: 60, unit: "points" } as const;
  expect(rateLimitHeaders({ budgets: [{ policy, remaining: 1, resetAfterSeconds: 1 }] })["RateLimit-Policy"]).toBe(
    '"graphql-points";q=50000;qu="points";w=60',
  );
});

test("of an untouched budget no more will be there, so it has no time", () => {
  const untouched = { ...MINUTE, remaining: 100, resetAfterSeconds: 0 };
  expect(rateLimitHeaders({ budgets: [untouched] }).RateLimit).toBe('"minute";r=100');
});

test("a refusal says when to come again, and no budget speaks of a later time", () => {
  const spent = { ...MINUTE, remaining: 0 };
  expect(rateLimitHeaders({ budgets: [spent, DAY], retryAfterSeconds: 3 })).toMatchObject({
    RateLimit: '"minute";r=0;t=1, "day";r=990',
    "Retry-After": "3",
  });
});

test("without budgets there are no headers", () => {
  expect(rateLimitHeaders({ budgets: [] })).toEqual({});
});
