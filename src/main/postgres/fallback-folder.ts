import { accessSync, chmodSync, constants, lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";

/**
 * Where root keeps what the account must reach when the data folder or the checkout lies where it may not enter: under
 * the first of the two folders that serves, so in the same place at each start. It need not be there yet.
 * @throws StartError when neither serves
 */
export function fallbackFolder(account: Account): string {
  const parent = ["/var/lib", tmpdir()].find((folder) => findBarrier(folder, account) === null && isWritable(folder));
  if (parent !== undefined) return path.join(parent, "holdfast");
  throw new StartError(
    `PostgreSQL's account (uid ${account.uid}) may enter neither this folder nor one that Holdfast may make under /var/lib ` +
      `or ${tmpdir()}: set HOLDFAST_DATA_DIR to a folder that it may enter, or set DATABASE_URL.`,
  );
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder on the way to `folder`, or it itself, that the account may not enter; null when it may enter them all. */
export function findBarrier(folder: string, account: Account): string | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return folder;
  const real = realpathSync(folder);
  const parent = path.dirname(real);
  const barrier = parent === real ? null : findBarrier(parent, account);
  if (barrier !== null) return barrier;
  if (stat.uid === account.uid) return (stat.mode & 0o100) === 0 ? real : null;
  if (stat.gid === account.gid) return (stat.mode & 0o010) === 0 ? real : null;
  return (stat.mode & 0o001) === 0 ? real : null;
}

/**
 * Makes a folder of root's that others may pass through but neither list nor write.
 * @throws StartError when something of somebody else's is there: whoever put it there could change what we run and keep
 */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o022) !== 0) {
    throw new StartError(`${folder} must be a folder that belongs to root and that nobody else may write to.`);
  }
  chmodSync(folder, 0o711);
}
