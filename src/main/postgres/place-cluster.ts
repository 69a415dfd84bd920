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
 * @throws StartError when a cluster lies where the account may not enter (anymore)
 */
export function placeCluster(dataDir: string, account: Account | null): ClusterPlace {
  const inside = path.join(dataDir, "postgres");
  if (account === null) return { folder: assertOurs(inside), notice: null };
  const barrier = findBarrier(dataDir, account);
  if (barrier === null) return { folder: inside, notice: null };
  if (existsSync(inside)) {
    throw new StartError(
      `The database is in ${inside}, and PostgreSQL's account (uid ${account.uid}) may not enter ${barrier}: allow it (chmod o+x) or move the data folder.`,
    );
  }
  const folder = path.join(folderNamedAfter(dataDir, account), "postgres");
  return {
    folder,
    notice: `The database is in ${folder}: PostgreSQL's account (uid ${account.uid}) may not enter ${barrier}.`,
  };
}

function assertOurs(folder: string): string {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === (process.getuid?.() ?? owner)) return folder;
  throw new StartError(`The database in ${folder} belongs to another user (uid ${owner}): start Holdfast as before.`);
}

function folderNamedAfter(dataDir: string, account: Account): string {
  const name = createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 16);
  const folder = path.join(fallbackFolder(account), name);
  if (makePrivate(folder) === null) throw new StartError(`Cannot make the folder ${folder}.`);
  return folder;
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
