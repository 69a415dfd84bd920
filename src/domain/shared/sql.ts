import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from "kysely";

/** A piece of a statement. Identifiers come from declarations, everything that a caller sent is a bound value. */
export type Sql = RawBuilder<unknown>;

export interface CompiledSql {
  text: string;
  /** What was bound, in the order of $1, $2, ... */
  parameters: readonly unknown[];
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export function compileSql(statement: Sql): CompiledSql {
  const { sql: text, parameters } = statement.compile(compiler);
  return { text, parameters };
}

export { sql };
