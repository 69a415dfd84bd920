import { assertMay } from "../../domain/access/may.ts";
import type { RuleName } from "../../domain/access/rules.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import { projectionStatement } from "../../domain/shared/projection-statement.ts";
import type { Expression, Projection, Rows } from "../../domain/shared/projection.ts";
import { PLANNED_EACH_TIME } from "../../domain/shared/read-text.ts";
import { sql } from "../../domain/shared/sql.ts";
import { sourceOfId, type RootRead } from "./declare.ts";
import { fieldsOf, pageOf } from "./plan-fields.ts";
import { scopeOf, viaScope } from "./plan-scope.ts";
import { tableOf } from "./plan-tables.ts";
import { bind, ruleOfField, type Bound, type Planner, type Reader } from "./planner.ts";
import type { Selected } from "./selection.ts";
import type { Source } from "./source.ts";

/** How one root of an operation is read, whatever the values. */
export interface RootPlan {
  text: string;
  readers: readonly Reader[];
  /** By which it is read: looked at again at each request, since another credential may have other scopes. */
  rules: readonly RuleName[];
  /** Whether values in the answer are for the domain to work on. */
  computes: boolean;
}

/**
 * Null where the root can have no row, whatever the database holds. What the actor may not read is refused here, before
 * anything is read. @throws forbidden, validation_failed
 */
export function planRoot(
  ctx: DomainContext,
  args: Planner["args"],
  selected: Selected,
  root: RootRead,
): RootPlan | null {
  const planner: Planner = {
    ctx,
    args,
    rules: new Set(),
    reads: new Map(),
    rootSite: selected.site,
    shared: new Map(),
    computes: false,
    isPlannedEachTime: false,
  };
  const projection = projectionOf(planner, selected, root);
  if (projection === null) return null;
  const { text, parameters } = projectionStatement({ ...projection, shared: [...planner.shared.values()] });
  return {
    text: `${planner.isPlannedEachTime ? PLANNED_EACH_TIME : ""}${text}`,
    readers: parameters as Reader[],
    rules: [...planner.rules],
    computes: planner.computes,
  };
}

/** The values of a plan, in the order of its statement's parameters. @throws forbidden, validation_failed (cursor) */
export function bindValues({ rules, readers }: RootPlan, ctx: DomainContext, args: Planner["args"]): unknown[] {
  for (const rule of rules) assertMay(ctx.actor, rule);
  const bound: Bound = { ctx, args, scopes: new Map() };
  return readers.map(({ read }) => read(bound));
}

function projectionOf(planner: Planner, selected: Selected, root: RootRead): Projection | null {
  const rule = ruleOfField("Query", selected.name);
  if (root.kind === "page") return { kind: "page", page: pageOf(planner, selected, root.source, rule) };
  const source = root.kind === "node" ? nodeSource(planner.args, selected) : root.source;
  if (!source) return null;
  const where = [...scopeOf(planner, source, rule), ...viaScope(planner, source)];
  if (root.kind === "node" || root.by === "id") {
    const site = selected.site!;
    where.push((row) => sql`${row("id")} = ${bind(({ args }) => args[site]!.id)}`);
  }
  return { kind: "one", rows: rowsOf(planner, selected, source, where) };
}

export function nodeSource(args: Planner["args"], { site }: Selected): Source | undefined {
  return sourceOfId(String(args[site!]!.id));
}

function rowsOf(planner: Planner, selected: Selected, source: Source, where: readonly Expression[]): Rows {
  const table = tableOf(planner, source, selected);
  return { table, where, order: [], fields: fieldsOf(planner, selected.on.get(source.name)!, source) };
}
