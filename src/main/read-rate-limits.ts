import { readFileSync } from "node:fs";
import { STANDARD, STANDARD_FIGURES, toPlan, type PlanFigures, type Plans } from "../domain/plan/plan.ts";
import {
  GUARDS,
  toGuardPolicies,
  type CountedBy,
  type Guard,
  type GuardName,
  type GuardPolicies,
} from "../rest/limits/guards.ts";
import type { Config } from "./config.ts";
import { reasonOf, StartError } from "./start-error.ts";

export interface RateLimits {
  plans: Plans;
  guards: GuardPolicies;
}

/** More than a day of them could not be counted exactly. */
const MOST_REQUESTS = 10_000_000;
const MOST_POINTS = 1_000_000_000;

/** Nothing is in the way of trying. */
const DEMO_FIGURES: PlanFigures = {
  requestsPerMinute: MOST_REQUESTS,
  requestsPerHour: MOST_REQUESTS,
  requestsPerDay: MOST_REQUESTS,
  graphqlPointsPerMinute: MOST_POINTS,
};

/** A demo's callers all come from one address and book for the same few: what is counted by these would be counted for all of them together. */
const SHARED_IN_DEMO: readonly CountedBy[] = ["address", "visitor", "public", "invited"];
const DEMO_QUOTA = 1_000_000;

type Input = Pick<Config, "rateLimits" | "graphqlPointsPerMinute" | "demo">;

/** The plans and guards of this server: those of the file, and the built-in figures where it says nothing. @throws StartError */
export function readRateLimits({ rateLimits: file, graphqlPointsPerMinute, demo }: Input): RateLimits {
  const figures = demo ? DEMO_FIGURES : STANDARD_FIGURES;
  const standard = graphqlPointsPerMinute === null ? figures : { ...figures, graphqlPointsPerMinute };
  const given = file === null ? {} : readFile(file);
  const plans = Object.entries({ [STANDARD]: {}, ...given.plans }).map(
    ([name, own]) => [name, toPlan(name, { ...standard, ...own })] as const,
  );
  const quotas = { ...(demo ? demoQuotas() : {}), ...given.guards };
  return { plans: new Map(plans), guards: toGuardPolicies(quotas) };
}

function demoQuotas(): Partial<Record<GuardName, number>> {
  const shared = Object.entries<Guard>(GUARDS).filter(([, { by }]) => SHARED_IN_DEMO.includes(by));
  return Object.fromEntries(shared.map(([name]) => [name, DEMO_QUOTA]));
}

interface RateLimitsFile {
  plans?: Record<string, Partial<PlanFigures>>;
  guards?: Partial<Record<GuardName, number>>;
}

function readFile(file: string): RateLimitsFile {
  try {
    return parseRateLimits(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? reasonOf(cause);
    throw new StartError(`RATE_LIMITS names ${file}, which cannot be used (${reason}).`, { cause });
  }
}

/** @throws with the first place that is wrong */
function parseRateLimits(given: unknown): RateLimitsFile {
  const { plans = {}, guards = {}, ...rest } = objectAt("it", given);
  assertNothingElse("it", rest);
  for (const [name, figures] of Object.entries(objectAt("plans", plans))) {
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new Error(`plans: ${name} is no name in lower-case letters`);
    assertQuotas(`plans.${name}`, figures, (figure) => {
      if (!Object.hasOwn(STANDARD_FIGURES, figure)) return null;
      return figure === "graphqlPointsPerMinute" ? MOST_POINTS : MOST_REQUESTS;
    });
  }
  assertQuotas("guards", guards, (name) => (Object.hasOwn(GUARDS, name) ? MOST_REQUESTS : null));
  return { plans, guards } as RateLimitsFile;
}

function assertQuotas(place: string, given: unknown, mostOf: (name: string) => number | null): void {
  for (const [name, quota] of Object.entries(objectAt(place, given))) {
    const most = mostOf(name);
    if (most === null) assertNothingElse(place, { [name]: quota });
    else if (!Number.isInteger(quota) || (quota as number) < 1 || (quota as number) > most)
      throw new Error(`${place}.${name} must be a whole number from 1 to ${most}`);
  }
}

function assertNothingElse(place: string, rest: object): void {
  const [name] = Object.keys(rest);
  if (name !== undefined) throw new Error(`${place} has ${name}, which is not known`);
}

function objectAt(place: string, value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${place} must be an object`);
}
