import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { migrate } from "../../src/main/migrate.ts";

export interface TestDatabase {
  connectionString: string;
  pool: pg.Pool;
  /** Ends the pool and removes the database. */
  drop(): Promise<void>;
}

/** A database that the first caller of the run makes, to be copied by all who need one like it. */
export interface Template {
  name: string;
  /** What it is a copy of itself. */
  from: Template | null;
  /** Answers what is to be known of it, which JSON can hold. */
  fill: (connectionString: string) => Promise<unknown>;
}

const ADVISORY_LOCK = 1;
const MIGRATED: Template = { name: "migrated", from: null, fill: migrate };

/** An empty migrated database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return await createDatabaseFrom(MIGRATED);
}

/** A migrated database with something in it, which was put there once in the run, and what is to be known of that. */
export async function createFilledDatabase<Facts>(
  name: string,
  fill: (connectionString: string) => Promise<Facts>,
): Promise<TestDatabase & { facts: Facts }> {
  const database = await createDatabaseFrom({ name, from: MIGRATED, fill });
  return { ...database, facts: database.facts as Facts };
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function createBareDatabase(): Promise<TestDatabase> {
  return await createDatabaseFrom(null);
}

async function createDatabaseFrom(template: Template | null): Promise<TestDatabase & { facts: unknown }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const facts = await asAdmin(async (client) => {
    const known = template && (await makeTemplate(client, template));
    await copyDatabase(client, template, name);
    return known;
  });
  const connectionString = urlOf(name);
  const pool = new pg.Pool({ connectionString, max: 64 });
  const drop = async () => {
    await pool.end();
    await asAdmin(async (client) => {
      await waitUntilLeft(client, name);
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    });
  };
  return { connectionString, pool, drop, facts };
}

/**
 * A pool has ended before its connections have, and one that is cut down while it says goodbye is an error that nobody
 * expects. What is still there after ten seconds was left open.
 */
async function waitUntilLeft(client: pg.Client, database: string): Promise<void> {
  const isInUse = async () =>
    (await client.query("SELECT FROM pg_stat_activity WHERE datname = $1 LIMIT 1", [database])).rowCount !== 0;
  for (let tries = 1000; tries > 0 && (await isInUse()); tries--) await setTimeout(10);
}

/** It gets its name when it is whole. Test files of several workers take turns. */
async function makeTemplate(client: pg.Client, template: Template): Promise<unknown> {
  await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
  const facts = await makeIfMissing(client, template);
  await client.query("SELECT pg_advisory_unlock($1)", [ADVISORY_LOCK]);
  return facts;
}

/** What is to be known of it is the comment on it. */
async function makeIfMissing(client: pg.Client, template: Template): Promise<unknown> {
  const name = databaseOf(template);
  const comments = "SELECT shobj_description(oid, 'pg_database') AS facts FROM pg_database WHERE datname = $1";
  const [known] = (await client.query<{ facts: string }>(comments, [name])).rows;
  if (known) return JSON.parse(known.facts);
  if (template.from) await makeIfMissing(client, template.from);
  await client.query("DROP DATABASE IF EXISTS template_unfinished");
  await copyDatabase(client, template.from, "template_unfinished");
  const facts = await template.fill(urlOf("template_unfinished"));
  const comment = pg.escapeLiteral(JSON.stringify(facts ?? null));
  await client.query(`COMMENT ON DATABASE template_unfinished IS ${comment}`);
  await client.query(`ALTER DATABASE template_unfinished RENAME TO ${name}`);
  return facts;
}

/** File by file, at a quarter of what it takes to write each page to the log. */
async function copyDatabase(client: pg.Client, from: Template | null, to: string): Promise<void> {
  await client.query(`CREATE DATABASE ${to} TEMPLATE ${databaseOf(from)} STRATEGY FILE_COPY`);
}

function databaseOf(template: Template | null): string {
  return template ? `template_${template.name}` : "template0";
}

async function asAdmin<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(process.env["HOLDFAST_TEST_POSTGRES"]!);
  url.pathname = database;
  return url.href;
}
