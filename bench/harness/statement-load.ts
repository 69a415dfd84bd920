import pg from "pg";
import type { StatementLoad } from "./load.ts";
import { measureCalls } from "./measure.ts";

process.once("message", (load: StatementLoad) => void run(load));

/** The connections are open, and the statement is prepared on each, before the clock starts. */
async function run({ connectionString, connections, callers, statement, values }: StatementLoad): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: connections });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  for (const client of clients) client.release();

  const result = await measureCalls({ count: values.length }, callers, async (index) => {
    const { rows } = await pool.query<{ result: { outcome: string } }>({ ...statement, values: values[index] });
    return { outcome: rows[0]!.result.outcome, text: () => JSON.stringify(rows[0]) };
  });
  await pool.end();
  process.send!(result);
}
