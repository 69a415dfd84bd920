import { assertMay } from "../../domain/access/may.ts";
import { FIELD_READS, READS } from "../../domain/access/policy.ts";
import type { RuleName } from "../../domain/access/rules.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import type { Expression, SharedRows } from "../../domain/shared/projection.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";
import type { Condition, Source } from "./source.ts";

/** What the values of a plan are read from, at each request. */
export interface Bound {
  ctx: DomainContext;
  /** By site. */
  args: readonly Record<string, unknown>[];
  /** The conditions of each scope, worked out once a request. */
  scopes: Map<ScopedRead, readonly Condition[]>;
}

/** Where a bound value comes from. An object, since the statement's compiler would call a function. */
export interface Reader {
  read: (bound: Bound) => unknown;
}

/** Rows of a source as a rule shows them: one for each pair, so that it can be looked up by. */
export interface ScopedRead {
  source: Source;
  rule: RuleName;
}

export interface Planner {
  ctx: DomainContext;
  args: readonly Record<string, unknown>[];
  /** The rules by which something is read. */
  rules: Set<RuleName>;
  reads: Map<string, ScopedRead>;
  /** Of the root's arguments. */
  rootSite: number | null;
  shared: Map<string, SharedRows & { columns: Map<string, Expression> }>;
  computes: boolean;
  isPlannedEachTime: boolean;
}

export function bind(read: Reader["read"]): Sql {
  return sql.val({ read } satisfies Reader);
}

/** The rule by which a root or relation, or a field that has one of its own, is read. */
export function ruleOfField(parent: string, field: string): RuleName | undefined {
  return FIELD_READS[`${parent}.${field}`];
}

export function ruleOfSource({ name }: Source): RuleName {
  return READS[name];
}

/** Refuses whom the rule does not name, now and whenever the plan is used. @throws forbidden */
export function assertMayRead(planner: Planner, rule: RuleName): void {
  assertMay(planner.ctx.actor, rule);
  planner.rules.add(rule);
}
