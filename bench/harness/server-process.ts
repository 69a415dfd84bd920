import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { UNLIMITED_FILE } from "./unlimited.ts";

export interface ServerProcess {
  origin: string;
  /** Milliseconds of CPU, user and system, that the process has used so far. */
  cpuMs: () => Promise<number>;
  /** Memory that it holds, after its garbage was collected as it happens. */
  rssBytes: () => Promise<number>;
  stop: () => Promise<void>;
}

interface StartInput {
  dataDir: string;
  connectionString: string;
  entry?: string;
  env?: Record<string, string>;
}

const SERVER = path.join(import.meta.dirname, "../../src/main/server.ts");
const REPORTER = pathToFileURL(path.join(import.meta.dirname, "report-usage.ts")).href;
const START_MS = 20_000;
const KILL_AFTER_MS = 15_000;

/** Runs the server as in production, in a folder of its own: no `.env` and no variable of the caller's reaches it. */
export async function startServer({ dataDir, connectionString, entry, env }: StartInput): Promise<ServerProcess> {
  const port = await freePort();
  const script = entry === undefined ? SERVER : path.join(import.meta.dirname, entry);
  const server = spawn(process.execPath, ["--import", REPORTER, script], {
    cwd: dataDir,
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      PORT: String(port),
      HOLDFAST_DATA_DIR: dataDir,
      HOLDFAST_DEMO: "off",
      DATABASE_URL: connectionString,
      HOLDFAST_SECRET: "the secret of the benches, which is none",
      RATE_LIMITS: UNLIMITED_FILE,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const origin = `http://127.0.0.1:${port}`;
  const running: ServerProcess = {
    origin,
    cpuMs: () => tell(server, "cpu"),
    rssBytes: () => tell(server, "rss"),
    stop: () => stopProcess(server),
  };
  try {
    await isReady(server, origin);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function isReady(server: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error("The server did not start.");
}

async function tell(server: ChildProcess, what: "cpu" | "rss"): Promise<number> {
  const answered = once(server, "message") as Promise<[number]>;
  server.send(what);
  return (await answered)[0];
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), KILL_AFTER_MS);
  await exited;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
