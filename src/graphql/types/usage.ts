import { getUsage, type CredentialUsage, type Usage } from "../../domain/plan/get-usage.ts";
import type { Budget } from "../../domain/ports/rate-limiter.ts";
import { assertValid } from "../../domain/shared/errors.ts";
import { builder } from "../builder.ts";
import { DEFAULT_FIRST, MOST_FIRST } from "../reading/declare.ts";
import { PRICES } from "../reading/price.ts";

const BudgetType = builder.objectRef<Budget>("Budget").implement({
  description: "What a credential may use in a time. It comes back steadily.",
  fields: (t) => ({
    name: t.string({
      description: "As in the header `RateLimit`: `minute`, `hour` and `day` of REST, `graphql-points` of GraphQL.",
      resolve: ({ policy }) => policy.name,
    }),
    unit: t.string({
      description: "What is counted: `requests` or `points`.",
      resolve: ({ policy }) => policy.unit ?? "requests",
    }),
    quota: t.field({ type: "SafeInt", description: "How many it holds.", resolve: ({ policy }) => policy.quota }),
    windowSeconds: t.int({
      description: "In this time an empty one is whole again.",
      resolve: ({ policy }) => policy.windowSeconds,
    }),
    remaining: t.expose("remaining", { type: "SafeInt", description: "How many can be used now." }),
    resetAfterSeconds: t.exposeInt("resetAfterSeconds", {
      description: "Until there is at least one more; 0 when it is whole.",
    }),
  }),
});

const CredentialUsageType = builder.objectRef<CredentialUsage>("CredentialUsage").implement({
  description: "What one credential of the organisation may still use.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The key's identifier, or that of the member who is logged in." }),
    kind: t.exposeString("kind", { description: "`secret_key`, `publishable_key` or `person`." }),
    name: t.exposeString("name", { description: "What the key is for, or who the person is." }),
    lastUsedAt: t.field({
      type: "Instant",
      nullable: true,
      description: "When it was last used, give or take a minute; of a person, the last refresh of a session.",
      resolve: ({ lastUsedAt }) => lastUsedAt?.getTime(),
    }),
    budgets: t.field({ type: [BudgetType], description: "Its budgets.", resolve: ({ budgets }) => budgets }),
  }),
});

const UsageType = builder.objectRef<Usage>("Usage").implement({
  description: "What the organisation's plan allows, and what is left of it now.",
  fields: (t) => ({
    plan: t.exposeString("plan", { description: "The name of the plan." }),
    own: t.field({ type: [BudgetType], description: "The budgets of who asks.", resolve: ({ own }) => own }),
    credentials: t.field({
      type: [CredentialUsageType],
      description: "Keys that are accepted and people who are logged in, those that were used last first.",
      resolve: ({ credentials }) => credentials,
    }),
  }),
});

builder.queryField("usage", (t) =>
  t.field({
    type: UsageType,
    description: "What the credentials of the organisation may use and have used; for owners and admins.",
    extensions: {
      price: ({ first }) => PRICES.lookUp + PRICES.row * Math.min(Math.max(first as number, 0), MOST_FIRST),
    },
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: DEFAULT_FIRST,
        description: `How many credentials at most: 0 to ${MOST_FIRST}.`,
      }),
    },
    resolve(_root, { first }, { domain, budget, statements }) {
      const isWithin = first >= 0 && first <= MOST_FIRST;
      assertValid(isWithin ? [] : [{ pointer: "?first", message: `must be 0 to ${MOST_FIRST}` }]);
      return statements(() => getUsage(domain, { ...budget, first }));
    },
  }),
);
