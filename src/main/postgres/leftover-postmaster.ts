import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandLineOf } from "./process-identity.ts";
import { pgCtl, type Cluster } from "./cluster.ts";

/**
 * Stops the server that a process killed before us left running on this cluster. Whoever calls this holds the data
 * folder's lock, so nobody uses that server anymore.
 */
export async function stopLeftover(cluster: Cluster): Promise<void> {
  const pidFile = path.join(cluster.folder, "postmaster.pid");
  const lines = readLines(pidFile);
  if (lines === null) return;
  const commandLine = commandLineOf(Number(lines[0]));
  if (commandLine === null) return;
  if (commandLine.includes("postgres") && commandLine.includes(`-D ${cluster.folder} `)) {
    await stop(cluster, pidFile);
    return;
  }
  // The number is somebody else's by now. The file must not go: PostgreSQL still checks in it that no orphaned back end
  // holds the shared memory. Under our own number it takes the file for stale (CreateLockFile: "our parent's PID").
  writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join("\n"));
}

async function stop(cluster: Cluster, pidFile: string): Promise<void> {
  try {
    await pgCtl(cluster, "stop", "--mode=fast", "--wait", "--timeout=60");
  } catch (error) {
    // It may have been on its way out already.
    if (existsSync(pidFile)) throw error;
  }
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
