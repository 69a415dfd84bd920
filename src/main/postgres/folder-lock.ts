import { linkSync, readFileSync, renameSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { makeFolder } from "../make-folder.ts";
import { StartError } from "../start-error.ts";
import { processIdentity } from "./process-identity.ts";

interface Owner {
  pid: number;
  identity: string | null;
  host: string;
}

/** The owner touches its lock this often. Only servers on other hosts and in other containers need it: they cannot see the process. */
const TOUCH_MS = 5_000;
const FRESH_MS = 3 * TOUCH_MS;

/**
 * Takes a data folder for this process alone and returns how to give it back. A lock whose owner has died is taken over.
 * @throws StartError when the folder cannot be written to, or a server that runs has it
 */
export function lockFolder(dataDir: string): () => void {
  const lock = path.join(dataDir, "server.lock");
  const mine = `${lock}.${randomUUID()}`;
  const owner: Owner = { pid: process.pid, identity: processIdentity(process.pid), host: hostname() };
  try {
    makeFolder(dataDir);
    writeFileSync(mine, JSON.stringify(owner), { mode: 0o600 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartError(`Cannot write to the data folder ${dataDir} (${code}): set HOLDFAST_DATA_DIR.`, { cause });
  }
  try {
    while (!isTaken(mine, lock)) removeIfDead(lock, dataDir);
  } finally {
    rmSync(mine, { force: true });
  }
  const touching = setInterval(() => {
    utimes(lock, new Date(), new Date(), (error) => {
      if (error !== null) clearInterval(touching);
    });
  }, TOUCH_MS).unref();
  return () => {
    clearInterval(touching);
    rmSync(lock, { force: true });
  };
}

/** A link is made whole or not at all, and never over another one. */
function isTaken(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function removeIfDead(lock: string, dataDir: string): void {
  const owner = readOwner(lock);
  if (owner === null) return;
  if (isAlive(owner, lock)) {
    const where = owner.host === hostname() ? "" : ` on ${owner.host}`;
    throw new StartError(
      `Another server (process ${owner.pid}${where}) uses the data folder ${dataDir}: stop it, or set HOLDFAST_DATA_DIR to another folder.`,
    );
  }
  const removed = `${lock}.${randomUUID()}`;
  if (!isRenamed(lock, removed)) return;
  // Another start may have taken over between the reading and the renaming: then the lock is put back.
  if (JSON.stringify(readOwner(removed)) !== JSON.stringify(owner)) linkSync(removed, lock);
  rmSync(removed);
}

function isRenamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function isAlive(owner: Owner, lock: string): boolean {
  if (owner.host === hostname()) {
    const identity = processIdentity(owner.pid);
    return identity !== null && identity === owner.identity;
  }
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched < FRESH_MS;
}

/** Null: there is no lock. One that a power cut left empty or torn has no owner who could be alive. */
function readOwner(lock: string): Owner | null {
  try {
    return toOwner(readFileSync(lock, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function toOwner(text: string): Owner {
  try {
    return JSON.parse(text) as Owner;
  } catch (error) {
    if (error instanceof SyntaxError) return { pid: 0, identity: null, host: hostname() };
    throw error;
  }
}
