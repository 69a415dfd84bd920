import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../../src/main/migrate.ts";

export interface TestDatabase {
  connectionString: string;
  pool: pg.Pool;
  /** Ends the pool and removes the database. */
  drop(): Promise<void>;
}

const TEMPLATE = "template_migrated";
const ADVISORY_LOCK = 1;

/** An empty migrated database for one test file: a copy of a template that the first caller of the run makes. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return await createDatabaseFrom(TEMPLATE);
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function createBareDatabase(): Promise<TestDatabase> {
  return await createDatabaseFrom("template0");
}

async function createDatabaseFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(async (client) => {
    if (template === TEMPLATE) await makeTemplate(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const connectionString = urlOf(name);
  const pool = new pg.Pool({ connectionString, max: 64 });
  const drop = async () => {
    await pool.end();
    await asAdmin((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { connectionString, pool, drop };
}

/** It gets its name when it is whole. Test files of several workers take turns. */
async function makeTemplate(client: pg.Client): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [TEMPLATE]);
  if (rowCount === 0) {
    await client.query("DROP DATABASE IF EXISTS template_unfinished");
    await client.query("CREATE DATABASE template_unfinished TEMPLATE template0");
    await migrate(urlOf("template_unfinished"));
    await client.query(`ALTER DATABASE template_unfinished RENAME TO ${TEMPLATE}`);
  }
  await client.query("SELECT pg_advisory_unlock($1)", [ADVISORY_LOCK]);
}

async function asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(process.env["HOLDFAST_TEST_POSTGRES"]!);
  url.pathname = database;
  return url.href;
}
