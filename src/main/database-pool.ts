import type { Socket } from "node:net";
import pg from "pg";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";

const LOCK_TIMEOUT_MS = 5_000;
const IDLE_MS = 60_000;
/** How long the word that a statement was ended may be on its way. */
const SILENCE_MS = 2_000;

/**
 * A prepared statement keeps the plan that it is given first, for any values. Left to itself PostgreSQL takes such a plan
 * to be dearer than it is, and plans our larger reads anew for each request, which takes longer than to run them. That no
 * value makes a plan a bad one is tested (test/architecture/query-plans.test.ts, test/graphql/reading/query-plans.test.ts);
 * the few of which it is not true are planned each time.
 */
export const CONNECTION_SETTINGS = "-c timezone=UTC -c plan_cache_mode=force_generic_plan";

/**
 * The one pool of the process. No statement and no wait for a lock goes on for ever; a connection that breaks, in use or
 * not, is replaced and not the end of the process.
 */
export function createPool(connectionString: string, config: Config, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: config.databasePoolSize,
    connectionTimeoutMillis: config.databasePoolWaitMs,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    application_name: "holdfast",
    statement_timeout: config.databaseStatementTimeoutMs,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: config.databaseStatementTimeoutMs,
    options: CONNECTION_SETTINGS,
  });
  const onLost = (error: Error & { code?: string }) => {
    log.warn({ code: error.code }, "a database connection was lost");
  };
  pool.on("error", onLost);
  pool.on("connect", (client) => client.on("error", onLost));
  endSilentConnections(pool, config.databaseStatementTimeoutMs + SILENCE_MS);
  return pool;
}

/**
 * PostgreSQL ends what takes too long, and says so. Whoever hears nothing even of that waits for a machine that is gone, which
 * TCP itself would notice after a quarter of an hour, or after two hours.
 */
function endSilentConnections(pool: pg.Pool, mostMs: number): void {
  pool.on("acquire", (client) => {
    const socket = socketOf(client);
    socket.setTimeout(mostMs, () => socket.destroy(new Error("Connection terminated: the database was silent")));
  });
  pool.on("release", (_, client) => {
    const socket = socketOf(client);
    socket.setTimeout(0);
    socket.removeAllListeners("timeout");
  });
}

function socketOf(client: pg.PoolClient): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
