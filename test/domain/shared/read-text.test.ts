import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { createTextReader } from "../../../src/domain/shared/read-text.ts";
import { createBareDatabase, type TestDatabase } from "../../support/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createBareDatabase();
});

afterAll(() => database.drop());

/** Longer than a test may last. */
const SLOW = "SELECT pg_sleep(600)::text";

test.each(["a text", "a function"])(
  "a statement is cancelled also where the password is %s of its own",
  async (kind) => {
    const { hostname, port, username, password, pathname } = new URL(database.connectionString);
    const pool = new pg.Pool({
      host: hostname,
      port: Number(port),
      user: username,
      database: pathname.slice(1),
      password: kind === "a text" ? password : () => password,
    });
    const leaving = new AbortController();
    const read = createTextReader(pool)(SLOW, [], leaving.signal);
    const running = () =>
      database.pool.query("SELECT FROM pg_stat_activity WHERE query = $1 AND state = 'active'", [SLOW]);
    while ((await running()).rowCount === 0);
    leaving.abort(new Error("gone"));
    await expect(read).rejects.toThrow("gone");
    // The server answers before it shows itself idle, so this looks until it does, and times out if it never does.
    while ((await running()).rowCount !== 0);
    await pool.end();
  },
);
