import { sql, type Sql } from "../../domain/shared/sql.ts";
import { filtersOf } from "./plan-filters.ts";
import { scopeOf } from "./plan-scope.ts";
import { bind, type Planner } from "./planner.ts";
import type { Selected } from "./selection.ts";
import type { Args, SharedInput, SharedTable, Source } from "./source.ts";

/** @param selected what is asked for of its rows; null where that is not for the field to say */
export function tableOf(planner: Planner, { name, table }: Source, selected: Selected | null): string | Sql {
  if (typeof table === "string") return table;
  const site = selected?.site ?? null;
  const argsAt = (args: readonly Args[], place: number | null) => (place === null ? {} : args[place]!);
  return table({
    asked: new Set(selected?.on.get(name)?.flatMap(namesIn)),
    bind: (read) =>
      bind(({ ctx, args }) => read({ ctx, root: argsAt(args, planner.rootSite), own: argsAt(args, site) })),
    share: (name, rows) => shareRows(planner, name, rows),
  });
}

/** Its own name, and those of what an object of the same row has. */
function namesIn({ name, field, on }: Selected): string[] {
  if (field?.extensions.declared?.kind !== "object") return [name];
  return [name, ...[...on.values()].flat().flatMap(namesIn)];
}

/** Reads of a source once, as the root's arguments filter it. */
function shareRows(planner: Planner, name: string, { source, filters, where = [] }: SharedInput): SharedTable {
  let known = planner.shared.get(name);
  if (!known) {
    const asked = Object.fromEntries(filters.map((each) => [each, source.list!.filters[each]!]));
    const filtered = filtersOf(planner, planner.rootSite!, asked);
    const all = [...scopeOf(planner, source), ...filtered.where, ...where];
    const rows = { table: tableOf(planner, source, null), through: filtered.through, where: all };
    planner.shared.set(name, (known = { name, rows, columns: new Map() }));
  }
  const { rows, columns } = known;
  return {
    name: sql.id(name),
    isThrough: rows.through !== undefined,
    column(column, of) {
      columns.set(column, of);
      return sql.ref(`${name}.${column}`);
    },
  };
}
