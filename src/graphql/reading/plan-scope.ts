import type { RuleName } from "../../domain/access/rules.ts";
import type { Expression, Row } from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { assertMayRead, bind, ruleOfSource, type Planner, type Reader, type ScopedRead } from "./planner.ts";
import type { Source } from "./source.ts";

/** The conditions of the actor's scope. @param rule the type's own where none is given @throws forbidden */
export function scopeOf(planner: Planner, source: Source, rule: RuleName = ruleOfSource(source)): Expression[] {
  assertMayRead(planner, rule);
  const read = scopedRead(planner, source, rule);
  return source.scope(planner.ctx, rule).map(
    ({ holds }, index) =>
      (row) =>
        holds(row, bind(scopeValue(read, index))),
  );
}

function scopedRead({ reads }: Planner, source: Source, rule: RuleName): ScopedRead {
  const key = `${source.name} ${rule}`;
  let read = reads.get(key);
  if (!read) reads.set(key, (read = { source, rule }));
  return read;
}

function scopeValue(read: ScopedRead, index: number): Reader["read"] {
  return ({ ctx, scopes }) => {
    let conditions = scopes.get(read);
    if (!conditions) scopes.set(read, (conditions = read.source.scope(ctx, read.rule)));
    return conditions[index]!.value;
  };
}

/** The same where a list comes by way of those rows. */
export function throughScope(planner: Planner, source: Source): Expression[] {
  const parent = source.via!.source();
  return [...scopeOf(planner, parent), ...viaScope(planner, parent)].map(
    (condition) => (_row, through) => condition(through, through),
  );
}

/** Rows that are seen with another source's are looked for there, unless it is from there that they were reached. */
export function viaScope(planner: Planner, source: Source): Expression[] {
  if (!source.via) return [];
  const parent = source.via.source();
  const conditions = [...scopeOf(planner, parent), ...viaScope(planner, parent)];
  const { column: link } = source.via;
  return [
    (row) => {
      const seen: Row = (name) => sql.ref(`seen.${name}`);
      const all = [sql`${seen("id")} = ${row(link)}`, ...conditions.map((condition) => condition(seen, seen))];
      return sql`EXISTS (SELECT FROM ${sql.table(parent.table as string)} AS seen WHERE ${sql.join(all, sql` AND `)})`;
    },
  ];
}
