import { decodeCursor } from "../../domain/shared/pagination.ts";
import type { Expression, Rows } from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { bind, type Planner } from "./planner.ts";
import { column, type ListOrder, type Source } from "./source.ts";

export function filtersOf(
  planner: Planner,
  site: number,
  filters: NonNullable<Source["list"]>["filters"],
  without: readonly string[] = [],
): { where: Expression[]; through: Rows["through"] } {
  let through: Rows["through"];
  const where: Expression[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    if (without.includes(name)) continue;
    const isGiven = planner.args[site]![name] != null;
    if (!isGiven && filter.fallback?.(planner.ctx) === undefined) continue;
    const read = (given: unknown) => (filter.read ? filter.read(given as never) : given);
    const value = bind(({ args, ctx }) => (isGiven ? read(args[site]![name]) : filter.fallback!(ctx)));
    if (filter.through) through = filter.through;
    if (filter.isPlannedEachTime) planner.isPlannedEachTime = true;
    const { holds, holdsForOne } = filter;
    if (holdsForOne && isListOfOne(planner.args[site]![name])) where.push((row) => holdsForOne(row, value));
    else where.push((row, via) => holds(row, via, value));
  }
  return { where, through };
}

/** Such a list has plans of its own. */
export function isListOfOne(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1;
}

/** The identifier where an index has it beside the order: on the way to the row, where the row is reached by it. */
export function idIn(through: Rows["through"]): Expression {
  return through?.target === "id" ? (_row, via) => via(through.own) : column("id");
}

export function afterCursor(
  site: number,
  args: Record<string, unknown>,
  order: ListOrder,
  id: Expression,
): Expression[] {
  if (args.after == null) return [];
  const part = (index: 0 | 1) => bind((bound) => decodeCursor(String(bound.args[site]!.after))[index]);
  const sign = order.descending ? sql`<` : sql`>`;
  // The first condition goes without saying, but for an order that is in one table and identifiers that are in another.
  return [
    (row, through) => sql`${order.by(row, through)} ${sign}= ${part(0)}`,
    (row, through) => sql`(${order.by(row, through)}, ${id(row, through)}) ${sign} (${part(0)}, ${part(1)})`,
  ];
}
