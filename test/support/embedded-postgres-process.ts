import { startEmbeddedPostgres } from "../../src/main/embedded-postgres.ts";

/** Runs the embedded PostgreSQL on the folder that is its argument, says where, and stops on SIGTERM. */
const dataDir = process.argv[2]!;
try {
  const postgres = await startEmbeddedPostgres({ dataDir, notify: (line) => process.stderr.write(`${line}\n`) });
  process.once("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
  process.stdout.write(`started ${postgres.connectionString} in ${postgres.folder}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
