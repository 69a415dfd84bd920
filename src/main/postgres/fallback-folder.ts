import { lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { StartError } from "../start-error.ts";
import type { Account } from "./account.ts";

/**
 * Root's own folder for what the account must reach when the data folder or the checkout lies where it may not enter.
 * The first of the two that can be had, so the same one at each start.
 * @throws StartError when the folder is there but is not root's alone
 */
export function fallbackFolder(account: Account): string {
  for (const parent of ["/var/lib", tmpdir()]) {
    if (findBarrier(parent, account) !== null) continue;
    const folder = makePrivate(path.join(parent, "holdfast"));
    if (folder !== null) return folder;
  }
  throw new StartError(
    `PostgreSQL's account (uid ${account.uid}) may enter neither the data folder nor a folder under /var/lib or ${tmpdir()}: ` +
      "set HOLDFAST_DATA_DIR to a folder that it may enter, or set DATABASE_URL.",
  );
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
 * Makes a folder that others may pass through but neither list nor write; null where the system does not let us.
 * @throws StartError when something of somebody else's is there: whoever put it there could change what we run and keep
 */
export function makePrivate(folder: string): string | null {
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") return null;
  }
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o022) !== 0) {
    throw new StartError(`${folder} must be a folder that belongs to root and that nobody else may write to.`);
  }
  return folder;
}
