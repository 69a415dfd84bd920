import pg from "pg";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { JobDeps } from "../../src/jobs/job-kind.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { createListLog } from "./list-log.ts";

/** A worker in a process of its own, whose one handler never comes to an end. Its argument is the database. */
const db = createDatabase(new pg.Pool({ connectionString: process.argv[2]! }));
const handle = () => {
  process.stdout.write("begun\n");
  return new Promise<void>(() => undefined);
};
await startWorker(
  { db, clock: { now: () => new Date() }, ids: newId, log: createListLog([]), handlers: [] } as unknown as JobDeps,
  {
    registry: { "handle-event": { retry: { most: 3, firstDelayMs: 1, longestDelayMs: 1 }, run: handle } },
    concurrency: 1,
    leaseMs: 400,
    everyMs: 50,
  },
);
