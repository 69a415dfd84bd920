import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { parseConfig } from "../../src/main/config.ts";
import { createPool } from "../../src/main/database-pool.ts";
import type { LogLine } from "../support/domain-context.ts";
import { createListLog } from "../support/list-log.ts";
import { createBareDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let pool: pg.Pool;
let lines: LogLine[];

beforeAll(async () => {
  database = await createBareDatabase();
});

beforeEach(() => {
  lines = [];
  const config = parseConfig({
    DATABASE_POOL_SIZE: "1",
    DATABASE_POOL_WAIT_MS: "200",
    DATABASE_STATEMENT_TIMEOUT_MS: "300",
  });
  pool = createPool(database.connectionString, config, createListLog(lines));
});

afterEach(async () => {
  await pool.end();
});

afterAll(async () => {
  await database.drop();
});

/** As a restart of the database would. */
async function breakConnections(): Promise<void> {
  await database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'holdfast' AND datname = current_database()",
  );
  await sleep(100);
}

test("every connection says who it is, counts in UTC and has its limits", async () => {
  const settings: unknown[] = [];
  for (const name of [
    "application_name",
    "TimeZone",
    "statement_timeout",
    "lock_timeout",
    "idle_in_transaction_session_timeout",
  ]) {
    settings.push(...Object.values((await pool.query<Record<string, string>>(`SHOW ${name}`)).rows[0]!));
  }
  expect(settings).toEqual(["holdfast", "UTC", "300ms", "5s", "300ms"]);
});

test("an idle connection that breaks is replaced", async () => {
  await pool.query("SELECT 1");
  await breakConnections();
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  expect(lines).toContainEqual({ level: "warn", fields: { code: "57P01" }, message: "a database connection was lost" });
});

test("a connection that breaks between two statements of a transaction fails that transaction and nothing else", async () => {
  const client = await pool.connect();
  await client.query("BEGIN");
  await breakConnections();
  await expect(client.query("SELECT 1")).rejects.toThrow();
  client.release(true);
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("whoever waits too long for a connection is told so", async () => {
  const client = await pool.connect();
  await expect(pool.query("SELECT 1")).rejects.toThrow("timeout exceeded when trying to connect");
  client.release();
});

test("a statement that takes too long is ended", async () => {
  await expect(pool.query("SELECT pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
});

test("a transaction that is left open is ended", async () => {
  const client = await pool.connect();
  await client.query("BEGIN");
  await sleep(600);
  await expect(client.query("SELECT 1")).rejects.toThrow();
  client.release(true);
});
