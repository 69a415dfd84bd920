import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

/** A PostgreSQL database cluster: a folder, and what runs a server on it. */
export interface Cluster {
  folder: string;
  account: Account | null;
  binaries: Binaries;
  logFile: string;
}

export interface RunningCluster {
  port: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends the server cleanly: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

export const SUPERUSER = "holdfast";
const START_ATTEMPTS = 5;

/**
 * Makes the cluster in a folder beside its own and renames it when it is whole, so that an interrupted start leaves
 * nothing that looks like a cluster. Text compares by code point on every machine (the built-in C.UTF-8).
 */
export async function initialiseCluster(cluster: Cluster, password: string): Promise<void> {
  const unfinished = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.new-password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  try {
    for (const entry of [unfinished, passwordFile]) {
      if (cluster.account !== null) chownSync(entry, cluster.account.uid, cluster.account.gid);
    }
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    await run(cluster, cluster.binaries.initdb, [`--pgdata=${unfinished}`, ...locale, ...access]);
    renameSync(unfinished, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts a server on a free loopback port. @throws StartError with PostgreSQL's own last words when it does not come up */
export async function startCluster(
  cluster: Cluster,
  settings: Record<string, string | number>,
): Promise<RunningCluster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const server = spawnServer(cluster, { ...settings, port });
    if (await isReady(server, cluster.folder)) return toRunning(cluster, server, port);
    if (attempt === START_ATTEMPTS) {
      throw new StartError(`PostgreSQL did not start: ${lastWords(cluster.logFile)} (more in ${cluster.logFile})`);
    }
    // Another process took the port, or back ends of a killed server still hold the shared memory.
    await sleep(300);
  }
}

/** Runs pg_ctl on the cluster. */
export async function pgCtl(cluster: Cluster, action: string, ...flags: string[]): Promise<void> {
  await run(cluster, cluster.binaries.pgCtl, [action, `--pgdata=${cluster.folder}`, ...flags]);
}

/** In a session of its own: a Ctrl-C in the terminal reaches us alone, and we stop it when the last request is answered. */
function spawnServer(cluster: Cluster, settings: Record<string, string | number>): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(cluster.logFile, "a", 0o600);
  const server = spawn(cluster.binaries.postgres, ["-D", cluster.folder, ...flags], {
    ...cluster.account,
    env: environment(),
    cwd: cluster.folder,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  server.once("error", () => undefined);
  guard(server, cluster.account);
  return server;
}

/**
 * A shell that waits for this process to end, be it by SIGKILL, and then stops the server. It holds the reading end of a
 * pipe whose writing end is ours alone. Windows has no such shell; there the next start stops what was left running.
 */
function guard(server: ChildProcess, account: Account | null): void {
  if (process.platform === "win32" || server.pid === undefined) return;
  const shell = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(server.pid)], {
    ...account,
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.once("error", () => undefined);
  shell.unref();
  server.once("exit", () => shell.kill("SIGKILL"));
}

/** Whether the server came to accept connections; false when it ended before. Recovery after a crash may take its time. */
async function isReady(server: ChildProcess, folder: string): Promise<boolean> {
  while (isRunning(server)) {
    const [pid, , , , , , , status] = readPidFile(folder);
    if (Number(pid) === server.pid && status?.trim() === "ready") return true;
    await sleep(10);
  }
  return false;
}

function isRunning(server: ChildProcess): boolean {
  return server.pid !== undefined && server.exitCode === null && server.signalCode === null;
}

function readPidFile(folder: string): string[] {
  try {
    return readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function toRunning(cluster: Cluster, server: ChildProcess, port: number): RunningCluster {
  const ended = new Promise<void>((resolve) =>
    server.once("exit", () => {
      resolve();
    }),
  );
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null)
      await pgCtl(cluster, "stop", "--mode=fast", "--no-wait");
    await ended;
  };
  return { port, ended, stop };
}

async function run(cluster: Cluster, program: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(program, args, {
      ...cluster.account,
      env: environment(),
      cwd: path.dirname(cluster.folder),
    });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? "";
    throw new StartError(`${path.basename(program)} failed: ${said || (cause as Error).message}`, { cause });
  }
}

/** Ours without what would change PostgreSQL's behaviour. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$|DATABASE_URL)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? "";
}

/** A loopback port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
