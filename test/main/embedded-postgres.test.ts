import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findAccount } from "../../src/main/postgres/account.ts";
import { freePort } from "../../src/main/postgres/cluster.ts";
import { findBinaries } from "../../src/main/postgres/binaries.ts";
import { processIdentity } from "../../src/main/postgres/process-identity.ts";
import { startProcess, type TestProcess } from "../support/server-process.ts";

// Each makes a cluster on a real disk, with fsync on.

/** Only root has a second account for PostgreSQL, whom a folder may keep out. */
const testAsRoot = isRoot() ? test : test.skip;

function isRoot(): boolean {
  if (process.getuid?.() === 0) return true;
  process.stderr.write("This is not root: the test of a folder that PostgreSQL's account may not enter is left out.\n");
  return false;
}

let parent: string;
let dataDir: string;
let processes: TestProcess[];

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "holdfast-embedded-"));
  chmodSync(parent, 0o711);
  dataDir = path.join(parent, "data");
  processes = [];
});

afterEach(async () => {
  await Promise.all(processes.map((one) => one.end("SIGKILL")));
  for (const folder of readdirSync(parent)) await untilStopped(path.join(parent, folder, "postgres"));
  rmSync(parent, { recursive: true, force: true });
});

interface Running {
  server: TestProcess;
  url: string;
  folder: string;
}

function launch(): TestProcess {
  const server = startProcess("test/support/embedded-postgres-process.ts", [dataDir], {});
  processes.push(server);
  return server;
}

async function start(): Promise<Running> {
  const server = launch();
  const [, url, folder] = await server.said(/started (\S+) in (\S+)/);
  return { server, url: url!, folder: folder! };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Stops at the latest when PostgreSQL has taken its own file away, which it may do while we look. */
async function untilStopped(folder: string): Promise<void> {
  while (isRunningIn(folder)) await sleep(20);
}

function isRunningIn(folder: string): boolean {
  try {
    return processIdentity(postmasterOf(folder)) !== null;
  } catch (error) {
    // Where there is no such file, or where a test has put a file in place of the folder.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code!)) return false;
    throw error;
  }
}

describe("the embedded PostgreSQL", () => {
  test("keeps its data from one start to the next, and leaves no process behind", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 'Ünïcode' AS text");
    const postmaster = postmasterOf(first.folder);
    expect(await first.server.end("SIGTERM")).toBe(0);
    expect(processIdentity(postmaster)).toBeNull();
    expect(existsSync(path.join(dataDir, "server.lock"))).toBe(false);

    const second = await start();
    expect(await query(second.url, "SELECT upper(text) AS text FROM kept")).toEqual([{ text: "ÜNÏCODE" }]);
  });

  test("writes through to the disk, in UTF-8 and UTC, with no socket but on the loopback address", async () => {
    const { url } = await start();
    const names = [
      "fsync",
      "synchronous_commit",
      "server_encoding",
      "TimeZone",
      "listen_addresses",
      "unix_socket_directories",
    ];
    const settings = await query(
      url,
      `SELECT name, setting FROM pg_settings WHERE name = ANY ('{${names.join(",")}}')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      synchronous_commit: "on",
      server_encoding: "UTF8",
      TimeZone: "UTC",
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
    });
  });

  test("lets nobody in without the password, which only the owner may read", async () => {
    const { url } = await start();
    expect(statSync(path.join(dataDir, "postgres.password")).mode & 0o777).toBe(0o600);
    const stranger = new URL(url);
    stranger.password = "wrong";
    await expect(query(stranger.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  test("after kill -9 of the server it stops by itself, and the next start has all that was committed", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    const postmaster = postmasterOf(first.folder);
    await first.server.end("SIGKILL");
    const second = await start();
    expect(await query(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
    expect(processIdentity(postmaster)).toBeNull();
  });

  test("after kill -9 of the database itself the server's process can start it again", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    process.kill(postmasterOf(first.folder), "SIGKILL");
    await first.server.end("SIGKILL");
    const second = await start();
    expect(await query(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  test("a postmaster that was left running on the folder is stopped", async () => {
    const first = await start();
    await first.server.end("SIGTERM");
    const leftover = await startLeftover(first.folder);
    const second = await start();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(processIdentity(leftover)).toBeNull();
  });

  test("a pid file that names a process of somebody else's is seen through, and that process lives on", async () => {
    const first = await start();
    const pidFile = path.join(first.folder, "postmaster.pid");
    const content = readFileSync(pidFile, "utf8");
    await first.server.end("SIGTERM");
    const stranger = spawn("sleep", ["60"], { ...findAccount(first.folder) });
    writeFileSync(pidFile, content.replace(/^\d+/, String(stranger.pid)));
    const second = await start();
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(stranger.kill()).toBe(true);
  });

  test("a first start that was cut short is begun anew", async () => {
    mkdirSync(path.join(dataDir, "postgres.new"), { recursive: true });
    writeFileSync(path.join(dataDir, "postgres.new", "PG_VERSION"), "18");
    const { url } = await start();
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("without its password nothing starts, and all is there again with it", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    await first.server.end("SIGTERM");
    const passwordFile = path.join(dataDir, "postgres.password");
    const password = readFileSync(passwordFile);
    rmSync(passwordFile);
    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.output().stderr).toBe(
      `The password of the database in ${first.folder} is missing: put ${passwordFile} back, or move ${first.folder} away to begin with an empty database.\n`,
    );
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const third = await start();
    expect(await query(third.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });
});

describe("a data folder", () => {
  test("is one server's at a time: a second one is told so, and the first goes on", async () => {
    const first = await start();
    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.output().stderr).toBe(
      `Another server (process ${first.server.child.pid}) uses the data folder ${dataDir}: stop it, or set HOLDFAST_DATA_DIR to another folder.\n`,
    );
    expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await first.server.end("SIGTERM")).toBe(0);
  });

  test("whose server was killed is taken over by exactly one of six that start together", async () => {
    const first = await start();
    await first.server.end("SIGKILL");
    const servers = Array.from({ length: 6 }, launch);
    const outcomes = await Promise.all(
      servers.map((one) =>
        one.said(/started/).then(
          () => "started",
          () => "refused",
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(["refused", "refused", "refused", "refused", "refused", "started"]);
  });

  test("whose lock a power cut left empty or torn is taken over", async () => {
    mkdirSync(dataDir);
    for (const torn of ["", '{"pid":']) {
      writeFileSync(path.join(dataDir, "server.lock"), torn);
      expect(await (await start()).server.end("SIGTERM")).toBe(0);
    }
  });

  test("that cannot be written to is named in one line", async () => {
    writeFileSync(dataDir, "a file");
    const server = launch();
    expect(await server.ended).toBe(1);
    expect(server.output().stderr).toBe(
      `Cannot write to the data folder ${dataDir} (ENOTDIR): set HOLDFAST_DATA_DIR.\n`,
    );
  });

  testAsRoot("that PostgreSQL's account may not enter has its database elsewhere, and finds it again", async () => {
    chmodSync(parent, 0o700);
    const first = await start();
    expect(first.folder.startsWith(parent)).toBe(false);
    expect(first.server.output().stderr).toMatch(
      /^The database is in \S+: PostgreSQL's account \(uid \d+\) may not enter \S+\.\n$/,
    );
    await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    await first.server.end("SIGTERM");

    const second = await start();
    expect(await query(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
    await second.server.end("SIGTERM");

    chmodSync(parent, 0o711);
    const third = await start();
    expect(await query(third.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
    await third.server.end("SIGTERM");
    rmSync(path.dirname(first.folder), { recursive: true });
  });
});

/** A server on the cluster that nobody waits for, as a killed process of ours may leave it. */
async function startLeftover(folder: string): Promise<number> {
  const account = findAccount(folder);
  const flags = ["-D", folder, "-c", "unix_socket_directories=", "-c", `port=${await freePort()}`];
  const { pid } = spawn(findBinaries(account).postgres, flags, {
    ...account,
    detached: true,
    stdio: "ignore",
    env: { LC_ALL: "C" },
  });
  const pidFile = path.join(folder, "postmaster.pid");
  while (!existsSync(pidFile) || !/\bready\b/.test(readFileSync(pidFile, "utf8"))) await sleep(20);
  return pid!;
}
