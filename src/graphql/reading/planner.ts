import { assertScope, type Scope } from "../../domain/shared/actor.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import type { Expression, SharedRows } from "../../domain/shared/projection.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";
import type { Condition, Source } from "./source.ts";

/** What the values of a plan are read from, at each request. */
export interface Bound {
  ctx: DomainContext;
  /** By site. */
  args: readonly Record<string, unknown>[];
  /** The conditions of each source's scope, worked out once a request. */
  scopes: Map<Source, readonly Condition[]>;
}

/** Where a bound value comes from. An object, since the statement's compiler would call a function. */
export interface Reader {
  read: (bound: Bound) => unknown;
}

export interface Planner {
  ctx: DomainContext;
  args: readonly Record<string, unknown>[];
  needs: Set<Scope>;
  /** Of the root's arguments. */
  rootSite: number | null;
  shared: Map<string, SharedRows & { columns: Map<string, Expression> }>;
  computes: boolean;
  isPlannedEachTime: boolean;
}

export function bind(read: Reader["read"]): Sql {
  return sql.val({ read } satisfies Reader);
}

export function assertNeeded(planner: Planner, scope: Scope): void {
  assertScope(planner.ctx.actor, scope);
  planner.needs.add(scope);
}
