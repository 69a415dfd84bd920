import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Demo } from "../../src/main/start-message.ts";
import { startProcess, type TestProcess } from "../support/server-process.ts";

/** The real server in a process of its own, on a free port. */
export interface JourneyServer {
  process: TestProcess;
  baseUrl: string;
  demo: Demo;
}

/** A data folder that PostgreSQL's account may enter. */
export function makeDataDir(): string {
  const parent = mkdtempSync(path.join(tmpdir(), "holdfast-journey-"));
  chmodSync(parent, 0o711);
  return path.join(parent, "data");
}

export function removeDataDir(dataDir: string): void {
  rmSync(path.dirname(dataDir), { recursive: true, force: true });
}

/** Comes back when the server is ready and has said so. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<JourneyServer> {
  const process = startProcess("src/main/server.ts", [], { HOLDFAST_DATA_DIR: dataDir, PORT: "0", ...environment });
  const [, baseUrl] = await process.said(/Holdfast is ready at (\S+)/);
  const demo = JSON.parse(readFileSync(path.join(dataDir, "demo.json"), "utf8")) as Demo;
  return { process, baseUrl: baseUrl!, demo };
}

/** The process number of the embedded PostgreSQL. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
