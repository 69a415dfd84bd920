import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, MIGRATIONS_FOLDER } from "../../src/main/migrate.ts";
import { createBareDatabase, type TestDatabase } from "../support/test-database.ts";

const FIRST = "20260101000000_first";
const SECOND = "20260102000000_second";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createBareDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "holdfast-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function run(): Promise<string[]> {
  return await migrate(database.connectionString, folder);
}

async function rowsOf(sql: string): Promise<unknown[]> {
  return (await database.pool.query<Record<string, unknown>>(sql)).rows;
}

test("applies what is new, in the order of the names, and nothing twice", async () => {
  write(SECOND, "ALTER TABLE thing ADD name text;");
  write(FIRST, "CREATE TABLE thing (id text);");
  expect(await run()).toEqual([FIRST, SECOND]);
  expect(await run()).toEqual([]);
});

test("records a migration as prisma migrate would", async () => {
  const sql = "CREATE TABLE thing (id text);\nCREATE TABLE other (id text);";
  write(FIRST, sql);
  await run();
  const [row] = await rowsOf("SELECT *, finished_at >= started_at AS in_order FROM _prisma_migrations");
  expect(row).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    checksum: createHash("sha256").update(sql).digest("hex"),
    migration_name: FIRST,
    rolled_back_at: null,
    applied_steps_count: 1,
    in_order: true,
  });
});

test("keeps function bodies whole", async () => {
  write(
    FIRST,
    "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END $$; SELECT one();",
  );
  await run();
  expect(await rowsOf("SELECT one()")).toEqual([{ one: 1 }]);
});

test("a migration that fails half-way leaves nothing behind, and those before it stay", async () => {
  write(FIRST, "CREATE TABLE first (id text);");
  write(SECOND, "CREATE TABLE second (id text); SELECT 1 / 0;");
  await expect(run()).rejects.toThrow(`The migration ${SECOND} failed: division by zero`);
  expect(await rowsOf("SELECT migration_name, to_regclass('second') AS made FROM _prisma_migrations")).toEqual([
    { migration_name: FIRST, made: null },
  ]);
  write(SECOND, "CREATE TABLE second (id text);");
  expect(await run()).toEqual([SECOND]);
});

test("a migration that ends its own transaction is refused", async () => {
  write(FIRST, "CREATE TABLE first (id text); COMMIT; CREATE TABLE second (id text);");
  await expect(run()).rejects.toThrow(/may not begin or end a transaction/);
});

test("eight servers that start together apply each migration once", async () => {
  write(FIRST, "SELECT pg_sleep(0.2); CREATE TABLE first (id text);");
  write(SECOND, "CREATE TABLE second (id text);");
  const applied = await Promise.all(Array.from({ length: 8 }, run));
  expect(applied.flat().sort()).toEqual([FIRST, SECOND]);
});

test("refuses a database whose migration was changed afterwards", async () => {
  write(FIRST, "CREATE TABLE first (id text);");
  await run();
  write(FIRST, "CREATE TABLE first (id uuid);");
  write(SECOND, "CREATE TABLE second (id text);");
  await expect(run()).rejects.toThrow(`The migration ${FIRST} was changed after it was applied`);
  expect(await rowsOf("SELECT to_regclass('second') AS made")).toEqual([{ made: null }]);
});

test("other line ends are not a change", async () => {
  write(FIRST, "CREATE TABLE first (\n  id text\n);\n");
  await run();
  write(FIRST, "CREATE TABLE first (\r\n  id text\r\n);\r\n");
  expect(await run()).toEqual([]);
});

test("refuses a database that is newer than the program", async () => {
  write(FIRST, "CREATE TABLE first (id text);");
  await run();
  rmSync(path.join(folder, FIRST), { recursive: true });
  await expect(run()).rejects.toThrow(`The database has the migration ${FIRST}, which this Holdfast does not know`);
});

test("refuses a database on which prisma migrate has failed", async () => {
  await run();
  await database.pool.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), 'x', $1)",
    [FIRST],
  );
  write(FIRST, "CREATE TABLE first (id text);");
  await expect(run()).rejects.toThrow(`The migration ${FIRST} has failed on this database`);
});

test("applies again what prisma migrate marked as rolled back", async () => {
  await run();
  await database.pool.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at) VALUES (gen_random_uuid(), 'x', $1, now())",
    [FIRST],
  );
  write(FIRST, "CREATE TABLE first (id text);");
  expect(await run()).toEqual([FIRST]);
});

test("Holdfast's own migrations are found and apply to an empty database", async () => {
  const applied = await migrate(database.connectionString);
  expect(applied).toEqual(readdirSync(MIGRATIONS_FOLDER).filter((name) => /^\d{14}_/.test(name)));
  expect(applied.length).toBeGreaterThan(0);
});
