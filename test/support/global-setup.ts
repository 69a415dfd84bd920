import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../../src/main/embedded-postgres.ts";
import { onTeardown, tearDown } from "./run-teardown.ts";

/** One PostgreSQL for the whole run, in a folder of its own. Nothing in it is to last. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "holdfast-test-"));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    notify: (line) => process.stderr.write(`${line}\n`),
    settings: { max_connections: 200, fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  process.env["HOLDFAST_TEST_POSTGRES"] = postgres.connectionString;
  onTeardown(async () => {
    await postgres.stop();
    for (const folder of [postgres.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void tearDown().finally(() => process.exit(1)));
  }
}
