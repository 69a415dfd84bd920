import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { StartError } from "../start-error.ts";

/** The account that PostgreSQL runs under in place of root. */
export interface Account {
  uid: number;
  gid: number;
}

/** `_postgres` is the name that macOS ships. */
const NAMES = ["postgres", "_postgres"];

/** shadow-utils' way, then BusyBox's. */
const MAKERS: [string, ...string[]][] = [
  ["useradd", "--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"],
  ["adduser", "-S", "-D", "-H", "postgres"],
];

/**
 * PostgreSQL refuses to run as root. Null when this process is not root and PostgreSQL can run under its own account;
 * else the owner of the cluster that is there already, else the `postgres` user, which is made where there is none.
 * @throws StartError when there is no such user and none can be made
 */
export function findAccount(clusterFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(clusterFolder) ?? lookUp() ?? make();
}

function ownerOf(folder: string): Account | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

function lookUp(): Account | null {
  for (const name of NAMES) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return null;
}

function make(): Account {
  for (const [command, ...flags] of MAKERS) {
    if (spawnSync(command, flags, { stdio: "ignore" }).status !== 0) continue;
    const account = lookUp();
    if (account !== null) return account;
  }
  throw new StartError(
    "PostgreSQL does not run as root, there is no user named postgres, and neither useradd nor adduser could make one: " +
      "add that user, start Holdfast as an ordinary user, or set DATABASE_URL.",
  );
}
