import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { Redis } from "ioredis";

/** A real Redis on a free loopback port. Nothing in it is to last. */
export interface RedisServer {
  url: string;
  /** Comes back when it has ended. */
  stop: () => Promise<void>;
  /** On the same port as before, empty; comes back when it answers. */
  start: () => Promise<void>;
  /** It keeps its connections and answers nothing any more. */
  hang: () => void;
  resume: () => void;
  /** Ends it and removes what it left. */
  remove: () => Promise<void>;
}

/** Whether the tests can start one; where not, says so. */
export function hasRedisServer(): boolean {
  if (spawnSync("redis-server", ["--version"]).status === 0) return true;
  process.stderr.write("There is no redis-server on this machine: tests that need one are left out.\n");
  return false;
}

/** Runs Redis until its standard input closes, as it does when the test run ends, however that comes. */
const END_WITH_PARENT = 'redis-server "$@" > /dev/null & echo $!; cat > /dev/null; kill -9 $!; wait $!';

export async function startRedisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  let shell: ChildProcessByStdio<Writable, Readable, null> | undefined;
  let pid = 0;

  const start = async () => {
    shell = spawn("sh", ["-c", END_WITH_PARENT, "sh", ...options(port, folder)], { stdio: ["pipe", "pipe", "ignore"] });
    const [line] = (await once(shell.stdout, "data")) as [Buffer];
    pid = Number(line.toString());
    await waitFor(url);
  };
  const stop = async () => {
    if (shell === undefined) return;
    const ended = once(shell, "close");
    shell.stdin.end();
    await ended;
    shell = undefined;
  };
  await start();
  return {
    url,
    stop,
    start,
    hang: () => void process.kill(pid, "SIGSTOP"),
    resume: () => void process.kill(pid, "SIGCONT"),
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function* options(port: number, folder: string): Generator<string> {
  const settings = { bind: "127.0.0.1", port: String(port), dir: folder, save: "", appendonly: "no" };
  for (const [name, value] of Object.entries(settings)) yield* [`--${name}`, value];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function waitFor(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 500 });
  redis.on("error", () => undefined);
  await redis.ping();
  redis.disconnect();
}
