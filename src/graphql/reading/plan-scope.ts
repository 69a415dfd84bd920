import { DomainError } from "../../domain/shared/errors.ts";
import type { Expression, Row } from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { assertNeeded, bind, type Planner, type Reader } from "./planner.ts";
import type { Condition, Source } from "./source.ts";

/** The conditions of the actor's scope. @param parentOf the source whose rows these hang on, when they are seen with it */
export function scopeOf(planner: Planner, source: Source, isOwn = false): Expression[] {
  if (!isOwn && source.needs !== null) assertNeeded(planner, source.needs);
  let conditions: readonly Condition[];
  try {
    conditions = source.scope(planner.ctx);
  } catch (error) {
    if (isOwn && error instanceof DomainError && error.code === "forbidden") return [() => sql`false`];
    throw error;
  }
  return conditions.map(
    ({ holds }, index) =>
      (row) =>
        holds(row, bind(scopeValue(source, index))),
  );
}

function scopeValue(source: Source, index: number): Reader["read"] {
  return ({ ctx, scopes }) => {
    let conditions = scopes.get(source);
    if (!conditions) scopes.set(source, (conditions = source.scope(ctx)));
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

export function onlyListed(
  planner: Planner,
  source: Source,
  only: NonNullable<Source["list"]>["only"] = () => [],
): Expression[] {
  return only(planner.ctx).map(
    ({ holds }, index) =>
      (row) =>
        holds(
          row,
          bind(({ ctx }) => source.list!.only!(ctx)[index]!.value),
        ),
  );
}
