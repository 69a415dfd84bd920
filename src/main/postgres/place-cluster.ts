import { createHash } from "node:crypto";
import { existsSync, realpathSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";
import { fallbackFolder, findBarrier, makePrivate } from "./fallback-folder.ts";

export interface ClusterPlace {
  /** The cluster's own folder (PGDATA). It need not be there yet. */
  folder: string;
  /** One line for the operator when that is not where he would look; else null. */
  notice: string | null;
}

/**
 * Where the cluster of a data folder lies: in it, or, where PostgreSQL's account may not enter it, in a folder of root's
 * that is named after it, so that the next start finds it again.
 * @throws StartError when a cluster is there but may not be used
 */
export function placeCluster(dataDir: string, account: Account | null): ClusterPlace {
  const inside = path.join(dataDir, "postgres");
  if (account === null) return { folder: assertOurs(inside), notice: null };
  const barrier = findBarrier(dataDir, account);
  if (barrier === null && !isOutside(dataDir, account)) return { folder: inside, notice: null };
  const who = `PostgreSQL's account (uid ${account.uid})`;
  if (existsSync(inside)) {
    throw new StartError(
      `The database is in ${inside}, and ${who} may not enter ${barrier}: allow it (chmod o+x) or move the data folder.`,
    );
  }
  const folder = outside(dataDir, account);
  for (const entry of [fallbackFolder(account), path.dirname(folder)]) makePrivate(entry);
  const reason = barrier === null ? "it was made there" : `${who} may not enter ${barrier}`;
  return { folder, notice: `The database is in ${folder}: ${reason}.` };
}

function assertOurs(folder: string): string {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === (process.getuid?.() ?? owner)) return folder;
  throw new StartError(`The database in ${folder} belongs to another user (uid ${owner}): start Holdfast as before.`);
}

/** Whether the folder may be entered by now, but was not when the cluster was made. */
function isOutside(dataDir: string, account: Account): boolean {
  const [inside, password] = [path.join(dataDir, "postgres"), passwordFileOf(dataDir)];
  return existsSync(password) && !existsSync(inside) && existsSync(outside(dataDir, account));
}

function outside(dataDir: string, account: Account): string {
  const name = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 16);
  return path.join(fallbackFolder(account), name, "postgres");
}

/** It stays in the data folder wherever the cluster lies. */
export function passwordFileOf(dataDir: string): string {
  return path.join(dataDir, "postgres.password");
}

/**
 * Puts a cluster whose password has gone out of the way: its data folder was deleted, and the cluster with it as far as
 * the operator knows, but it lay elsewhere. Nothing is deleted.
 */
export function setAside(folder: string): string {
  const aside = `${folder}.${new Date().toISOString().replace(/\W/g, "")}`;
  renameSync(folder, aside);
  return aside;
}
