import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

const FOLDER = new URL("../../prisma/functions/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** The definitions of our own functions as PostgreSQL prints them; those that extensions brought are not ours. */
async function functionsOf(schema: string): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ name: string; definition: string }>(
    `SELECT proname AS name, replace(pg_get_functiondef(p.oid), $1 || '.', '') AS definition
     FROM pg_proc p
     WHERE pronamespace = $1::regnamespace AND prorettype <> 'trigger'::regtype
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
    [schema],
  );
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}

test("each file of prisma/functions is the function that the migrations made, and no function is without its file", async () => {
  const migrated = await functionsOf("public");
  await database.pool.query("CREATE SCHEMA written");
  const client = await database.pool.connect();
  await client.query("SET search_path = written, public; SET check_function_bodies = off");
  for (const file of FILES) await client.query(readFileSync(new URL(file, FOLDER), "utf8"));
  client.release(true);
  const written = await functionsOf("written");

  expect([...written.keys()].sort()).toEqual(FILES.map((file) => file.replace(".sql", "")).sort());
  expect([...migrated.keys()].sort()).toEqual([...written.keys()].sort());
  for (const [name, definition] of written) expect(definition).toBe(migrated.get(name));
});
