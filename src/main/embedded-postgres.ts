import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { findAccount } from "./postgres/account.ts";
import { findBinaries } from "./postgres/binaries.ts";
import { initialiseCluster, startCluster, SUPERUSER, type Cluster, type RunningCluster } from "./postgres/cluster.ts";
import { lockFolder } from "./postgres/folder-lock.ts";
import { stopLeftover } from "./postgres/leftover-postmaster.ts";
import { passwordFileOf, placeCluster, setAside } from "./postgres/place-cluster.ts";
import { StartError } from "./start-error.ts";

export interface EmbeddedPostgresOptions {
  /** Absolute. Made when it is not there. */
  dataDir: string;
  /** Told in one line each: where the data is when it is not in the data folder. */
  notify: (line: string) => void;
  /** PostgreSQL settings over ours. */
  settings?: Record<string, string | number>;
}

export interface EmbeddedPostgres {
  connectionString: string;
  /** The cluster's own folder. */
  folder: string;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends the server cleanly and gives the data folder back. */
  stop: () => Promise<void>;
}

const DATABASE = "holdfast";

/** What differs from PostgreSQL 18's defaults. Lock waits of a second and deadlocks are in the log. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 50,
  shared_buffers: "128MB",
  max_wal_size: "1GB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_lock_waits: "on",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
};

/**
 * Runs the PostgreSQL that npm brought on `<dataDir>/postgres`, for this process alone: initialised on the first start,
 * recovered when the last server was killed. Its log is `<dataDir>/postgres.log`.
 * @throws StartError in one clear line
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const unlock = lockFolder(options.dataDir);
  let server: RunningCluster | undefined;
  const stop = async () => {
    await server?.stop();
    unlock();
  };
  try {
    const { cluster, password } = await openCluster(realpathSync(options.dataDir), options.notify);
    server = await startCluster(cluster, { ...SETTINGS, ...options.settings });
    const { port, ended } = server;
    const url = (database: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
    await createDatabase(url("postgres"));
    return { connectionString: url(DATABASE), folder: cluster.folder, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openCluster(dataDir: string, notify: (line: string) => void) {
  const account = findAccount(path.join(dataDir, "postgres"));
  const { folder, notice } = placeCluster(dataDir, account);
  if (notice !== null) notify(notice);
  const cluster: Cluster = {
    folder,
    account,
    binaries: findBinaries(account),
    logFile: path.join(dataDir, "postgres.log"),
  };
  const passwordFile = passwordFileOf(dataDir);
  if (existsSync(folder)) {
    await stopLeftover(cluster);
    if (existsSync(passwordFile)) return { cluster, password: readFileSync(passwordFile, "utf8") };
    if (folder === path.join(dataDir, "postgres"))
      throw new StartError(
        `The password of the database in ${folder} is missing: put ${passwordFile} back, or move ${folder} away to begin with an empty database.`,
      );
    notify(
      `The password of the database was deleted; its files are kept in ${setAside(folder)}, and a new one is made.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  mkdirSync(path.dirname(folder), { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  await initialiseCluster(cluster, password);
  return { cluster, password };
}

async function createDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
