import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { reasonOf, StartError } from "./start-error.ts";

/** The same from `src/main` and, after a build, from `dist/main`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

interface Migration {
  name: string;
  sql: string;
}

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** Prisma's own number: its `migrate deploy` and this runner keep out of each other's way. */
const ADVISORY_LOCK = 72707369;
const OLDEST_SERVER = 16;
const CONNECT_TIMEOUT_MS = 10_000;

/** As Prisma makes it (schema engine, `CREATE_MIGRATIONS_TABLE_SCRIPT`). */
const CREATE_TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database to the newest migration, each in one transaction: one that fails leaves nothing behind. Servers
 * that start together take turns. Keeps Prisma's folders and table, so `prisma migrate` agrees with what was done.
 * @returns the names of what was applied now
 * @throws StartError when the database and the folder do not belong together, or a migration fails
 */
export async function migrate(connectionString: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const client = await connect(connectionString);
  try {
    await assertServerVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(CREATE_TABLE);
    const migrations = readMigrations(folder);
    const applied = await listApplied(client);
    assertSameHistory(migrations, applied);
    const pending = migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: "holdfast-migrate",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { host, port, database, user } = client;
    throw new StartError(`Cannot use the database ${database} on ${host}:${port} as ${user}: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

async function assertServerVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text",
  );
  const [{ number, text }] = rows as [{ number: number; text: string }];
  if (number >= OLDEST_SERVER * 10_000) return;
  throw new StartError(`The database is PostgreSQL ${text}: Holdfast needs ${OLDEST_SERVER} or newer.`);
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory());
  return names.sort().map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}

async function listApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows;
}

function assertSameHistory(migrations: Migration[], applied: AppliedMigration[]): void {
  for (const { migration_name: name, checksum, finished_at } of applied) {
    if (finished_at === null) {
      throw new StartError(
        `The migration ${name} has failed on this database: repair it, then run prisma migrate resolve.`,
      );
    }
    const migration = migrations.find((one) => one.name === name);
    if (migration === undefined) {
      throw new StartError(
        `The database has the migration ${name}, which this Holdfast does not know: start a newer one.`,
      );
    }
    if (!checksumsOf(migration.sql).includes(checksum)) {
      throw new StartError(
        `The migration ${name} was changed after it was applied to this database: bring its file back and make a new migration.`,
      );
    }
  }
}

/** Of the file as it is and of the file with the other line ends, which git may have given it on another machine. */
function checksumsOf(sql: string): string[] {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].map(checksumOf);
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    const transaction = await currentTransaction(client);
    await client.query(sql);
    if ((await currentTransaction(client)) !== transaction) {
      throw new Error("it may not begin or end a transaction, it runs in one");
    }
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, '', $4, clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name, startedAt],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new StartError(`The migration ${name} failed: ${reasonOf(cause)}`, { cause });
  }
}

async function currentTransaction(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>("SELECT pg_current_xact_id()::text AS id");
  return rows[0]!.id;
}
