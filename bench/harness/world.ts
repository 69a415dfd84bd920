import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/main/embedded-postgres.ts";
import { migrate } from "../../src/main/migrate.ts";
import { addOrganisation, type BenchOrganisation } from "./organisation.ts";
import { startServer, type ServerProcess } from "./server-process.ts";

/** What a bench works in: a PostgreSQL with the settings of production, and an organisation; all in a temporary folder. */
export interface World {
  connectionString: string;
  /** The bench's own connections. */
  pool: pg.Pool;
  organisation: BenchOrganisation;
  /** A real server process on this database. `entry`: a file, from this folder, in place of src/main/server.ts. */
  startServer: (entry?: string, env?: Record<string, string>) => Promise<ServerProcess>;
  /** Ends every process that was started, and removes the folder. */
  close: () => Promise<void>;
}

export async function openWorld(): Promise<World> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "holdfast-bench-"));
  chmodSync(dataDir, 0o711); // PostgreSQL's own account has to pass through
  const closing: (() => unknown)[] = [];
  const closeAll = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  let closed: Promise<void> | undefined;
  /** After a signal the bench fails and closes too: both wait for the one end. */
  const close = () => (closed ??= closeAll());
  closing.push(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir,
      notify: (line) => process.stderr.write(`${line}\n`),
      settings: { max_connections: 150 },
    });
    closing.push(async () => {
      await postgres.stop();
      rmSync(postgres.folder, { recursive: true, force: true });
    });
    const { connectionString } = postgres;
    await migrate(connectionString);
    const pool = new pg.Pool({ connectionString });
    closing.push(() => pool.end());
    return {
      connectionString,
      pool,
      organisation: await addOrganisation(pool),
      startServer: async (entry, env) => {
        const server = await startServer({
          dataDir: mkdtempSync(path.join(dataDir, "server-")),
          connectionString,
          entry,
          env,
        });
        closing.push(server.stop);
        return server;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
