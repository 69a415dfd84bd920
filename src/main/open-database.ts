import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";
import { createPool } from "./database-pool.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate } from "./migrate.ts";

export interface OpenDatabase {
  pool: pg.Pool;
  connectionString: string;
  /** Resolves when the embedded server has ended, asked or not; never for a server of one's own. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Connections that are handed out are waited for this long. The requests that held them have been cut off by then. */
const POOL_END_MS = 1_000;
/** What the embedded server allows beside the pool: migrations, psql, a second tool. */
const SPARE_CONNECTIONS = 10;

/** The database that the configuration names, or the embedded one, migrated. @throws StartError */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === null ? await startEmbedded(config, log) : null;
  try {
    const connectionString = embedded?.connectionString ?? config.databaseUrl!;
    const applied = await migrate(connectionString);
    if (applied.length > 0) log.info({ migrations: applied }, "the database was migrated");
    const pool = createPool(connectionString, config, log);
    const close = async () => {
      await Promise.race([pool.end(), sleep(POOL_END_MS, undefined, { ref: false })]);
      await embedded?.stop();
    };
    return { pool, connectionString, ended: embedded?.ended ?? new Promise(() => undefined), close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function startEmbedded(config: Config, log: Log): Promise<EmbeddedPostgres> {
  return await startEmbeddedPostgres({
    dataDir: config.dataDir,
    notify: (line) => {
      log.warn({}, line);
    },
    settings: { max_connections: Math.max(50, config.databasePoolSize + SPARE_CONNECTIONS) },
  });
}
