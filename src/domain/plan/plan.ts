import type { BudgetRef, RatePolicy } from "../ports/rate-limiter.ts";
import type { Actor } from "../shared/actor.ts";

/** The figures of a plan: what each credential of an organisation may use in a time. */
export interface PlanFigures {
  requestsPerMinute: number;
  requestsPerHour: number;
  requestsPerDay: number;
  graphqlPointsPerMinute: number;
}

/** The same as budgets. */
export interface Plan {
  name: string;
  /** Of requests by REST, the shortest window first. */
  requests: readonly RatePolicy[];
  /** The same for a publishable key, which all visitors of a page share. */
  crowd: readonly RatePolicy[];
  /** Of queries by GraphQL. */
  points: RatePolicy;
}

/** By name. There is always `standard`. */
export type Plans = ReadonlyMap<string, Plan>;

/** The plan of an organisation that has no other. */
export const STANDARD = "standard";

/** A minute of 20 requests a second, an hour of 10 and a day of 4; some 3,000 dashboards a minute. */
export const STANDARD_FIGURES: PlanFigures = {
  requestsPerMinute: 1_200,
  requestsPerHour: 36_000,
  requestsPerDay: 360_000,
  graphqlPointsPerMinute: 1_000_000,
};

/** A publishable key has so many times what a secret one has. */
export const CROWD = 10;

export function toPlan(name: string, figures: PlanFigures): Plan {
  const windows = (times: number): RatePolicy[] => [
    { name: "minute", quota: figures.requestsPerMinute * times, windowSeconds: 60 },
    { name: "hour", quota: figures.requestsPerHour * times, windowSeconds: 3_600 },
    { name: "day", quota: figures.requestsPerDay * times, windowSeconds: 86_400 },
  ];
  const points: RatePolicy = {
    name: "graphql-points",
    quota: figures.graphqlPointsPerMinute,
    windowSeconds: 60,
    unit: "points",
  };
  return { name, requests: windows(1), crowd: windows(CROWD), points };
}

/** What a request of the actor is counted in. */
export function requestBudgets(plan: Plan, actor: Actor): BudgetRef[] {
  const partitionKey = spenderOf(actor);
  const policies = actor.kind === "publishable_key" ? plan.crowd : plan.requests;
  return policies.map((policy) => ({ policy, partitionKey }));
}

/** A key by itself, a person over all his sessions. */
export function spenderOf(actor: Actor): string {
  return actor.kind === "session" ? actor.userId : actor.credentialId;
}
