import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findAccount } from "../../src/main/postgres/account.ts";
import { findBinaries } from "../../src/main/postgres/binaries.ts";
import { initialiseCluster, pgCtl, startCluster, SUPERUSER, type Cluster } from "../../src/main/postgres/cluster.ts";
import { startFaultProxy, type FaultProxy } from "./fault-proxy.ts";

/** A PostgreSQL that can be stopped in the midst of its work. It writes to the disk as in production. */
export interface OwnPostgres {
  /** Through the proxy, so that it stays the same. */
  connectionString: string;
  proxy: FaultProxy;
  /** Not through the proxy. */
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** `pg_ctl stop -m immediate`: nothing is finished, and what was committed is recovered at the next start. */
  stopAtOnce: () => Promise<void>;
  /** Comes back when it takes connections. */
  start: () => Promise<void>;
  close: () => Promise<void>;
}

const PASSWORD = "faults";
const SETTINGS = {
  ...{ listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", max_connections: 100 },
  ...{ shared_buffers: "128MB", max_wal_size: "1GB" },
};

/** @param folder one that PostgreSQL's account may enter */
export async function startOwnPostgres(folder: string): Promise<OwnPostgres> {
  const dataDir = path.join(folder, "database");
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
  const account = findAccount(path.join(dataDir, "postgres"));
  const cluster: Cluster = {
    ...{ folder: path.join(dataDir, "postgres"), account, binaries: findBinaries(account) },
    logFile: path.join(dataDir, "postgres.log"),
  };
  await initialiseCluster(cluster, PASSWORD);
  let running = await startCluster(cluster, SETTINGS);
  const proxy = await startFaultProxy(running.port);
  const urlTo = (port: number) => `postgresql://${SUPERUSER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const openPool = () => {
    const pool = new pg.Pool({ connectionString: urlTo(running.port), max: 4 });
    pool.on("error", () => undefined);
    return pool;
  };
  let pool = openPool();
  return {
    connectionString: urlTo(proxy.port),
    proxy,
    query: async (text, values) => (await pool.query(text, values)).rows as never,
    async stopAtOnce() {
      await pgCtl(cluster, "stop", "--mode=immediate");
      await running.ended;
      await pool.end();
    },
    async start() {
      running = await startCluster(cluster, SETTINGS);
      proxy.leadTo(running.port);
      pool = openPool();
      while (!(await pool.query("SELECT 1").catch(() => null))) await sleep(20);
    },
    async close() {
      await pool.end();
      await proxy.close();
      await running.stop();
    },
  };
}
