import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import { type DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const SCHEMA_FOLDER = fileURLToPath(new URL("../../prisma/schema/", import.meta.url));

/** PostgreSQL's one-byte `"char"`, which its catalogue is full of. */
const CHAR_OID = 18;

/**
 * The two scripts that `prisma migrate diff` would print, from the database to prisma/schema and back, by its engine as
 * WebAssembly: the program itself would be a download. Empty scripts: the two agree, in all that Prisma can say.
 */
export async function diffSchema(connectionString: string): Promise<{ toSchema: string; toDatabase: string }> {
  const pool = new pg.Pool({ connectionString });
  const files = readdirSync(SCHEMA_FOLDER).map((name) => ({
    path: name,
    content: readFileSync(SCHEMA_FOLDER + name, "utf8"),
  }));
  const options = { datamodels: files.map(({ path, content }): [string, string] => [path, content]) };
  const engine = await SchemaEngine.new(options, () => undefined, adapterOn(pool));
  const schema: DiffTarget = { tag: "schemaDatamodel", files };
  const database: DiffTarget = { tag: "schemaDatasource", files, configDir: SCHEMA_FOLDER };
  try {
    return { toSchema: await diff(engine, database, schema), toDatabase: await diff(engine, schema, database) };
  } finally {
    await pool.end();
  }
}

async function diff(engine: SchemaEngine, from: DiffTarget, to: DiffTarget): Promise<string> {
  const filters = { externalTables: ["public._prisma_migrations"], externalEnums: [] };
  const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
  return stdout?.replace(/^-- This is an empty migration\.$/m, "").trim() ?? "";
}

/**
 * `@prisma/adapter-pg` refuses columns of the type `"char"`, which the engine asks the catalogue for: they pass it as text
 * and are declared behind it as what they were.
 */
function adapterOn(pool: pg.Pool): object {
  const chars = new Set<string>();
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
  const withCharsAsText = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    for (const field of result.fields) {
      if (field.dataTypeID !== CHAR_OID) continue;
      chars.add(field.name);
      field.dataTypeID = pg.types.builtins.TEXT;
    }
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: withCharsAsText }));
  const connect = async () => {
    const adapter: SqlDriverAdapter = await factory.connect();
    const read = adapter.queryRaw.bind(adapter);
    const queryRaw = async (sql: SqlQuery) => {
      const result = await read(sql);
      const typeOf = (name: string, index: number) =>
        chars.has(name) ? ColumnTypeEnum.Character : result.columnTypes[index]!;
      return { ...result, columnTypes: result.columnNames.map(typeOf) };
    };
    return Object.assign(adapter, { queryRaw });
  };
  const { adapterName, provider } = factory;
  return bindMigrationAwareSqlAdapterFactory({ adapterName, provider, connect, connectToShadowDb: connect });
}

/** The engine reports its panics to this global, as in Prisma's own programs. */
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string): never {
      throw new Error(message);
    },
  },
});
