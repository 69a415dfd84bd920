import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * What secrets in the database are sealed with: that of the configuration, else one that was made in the data folder (mode
 * 0600) beside the embedded database. Servers with a database of their own and no secret each sign log-ins by a key that the
 * others accept but cannot use.
 */
export function findSecret({ secret, databaseUrl, dataDir }: Config, log: Log): string {
  if (secret !== null) return secret;
  if (databaseUrl === null) return secretIn(dataDir);
  log.warn(
    {},
    "HOLDFAST_SECRET is not set: this process signs log-ins by a key of its own, and makes another at each start",
  );
  return newSecret();
}

function secretIn(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  makeFolder(dataDir);
  const secret = newSecret();
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
