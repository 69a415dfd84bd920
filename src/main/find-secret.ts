import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";
import { makeFolder } from "./make-folder.ts";
import { StartError } from "./start-error.ts";

/**
 * A database of one's own needs a secret that all its servers share: what one has sealed the others must open, and the next
 * start too. Only a demo does without. @throws StartError
 */
export function assertSecretGiven({ secret, databaseUrl, demo }: Config): void {
  if (secret !== null || databaseUrl === null || demo) return;
  throw new StartError(
    "HOLDFAST_SECRET must be set where DATABASE_URL is, to the same for every server: openssl rand -base64 32 gives one. Or HOLDFAST_SECRET_FILE names a file with it.",
  );
}

/**
 * What secrets in the database are sealed with: that of the configuration, else one that was made in the data folder (mode
 * 0600) beside the embedded database. A demo with a database of its own signs log-ins by a key that other servers accept but
 * cannot use.
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
