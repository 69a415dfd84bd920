import { chmodSync, existsSync, globSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../../src/main/embedded-postgres.ts";
import { onTeardown, tearDown } from "./run-teardown.ts";

const MEMORY = "/dev/shm";
/** Twice what a whole run takes, most of which are the databases with 200,000 bookings. */
const ROOM_BYTES = 5 * 2 ** 30;
const PREFIX = "holdfast-test-";

/** One PostgreSQL for the whole run, in a folder of its own. Nothing in it is to last. */
export default async function globalSetup(): Promise<void> {
  const parent = folderOfRuns();
  removeLeftovers(parent);
  const dataDir = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    notify: (line) => process.stderr.write(`${line}\n`),
    settings: {
      max_connections: 200,
      max_wal_size: "256MB",
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
    },
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

/** Memory where it has the room: a disk takes half a second of a core to copy a database, of which each test file has one. */
function folderOfRuns(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
}

/** Of runs that were killed. */
function removeLeftovers(parent: string): void {
  for (const folder of globSync(path.join(parent, `${PREFIX}*`))) {
    const [, pid] = /-test-(\d+)-/.exec(path.basename(folder)) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
