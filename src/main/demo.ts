import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { authenticateKey, type CallerDeps } from "../domain/access/authenticate-key.ts";
import { getAvailability } from "../domain/availability/get-availability.ts";
import { listEventTypes } from "../domain/event-type/list-event-types.ts";
import type { PasswordPorts } from "../domain/identity/password.ts";
import type { Database } from "../domain/shared/database.ts";
import { DomainError } from "../domain/shared/errors.ts";
import { newId } from "../domain/shared/ids.ts";
import { formatInstant } from "../domain/shared/instants.ts";
import { DAY_MS } from "../domain/shared/local-date.ts";
import type { Log } from "../domain/shared/log.ts";
import { seedDemo } from "./demo-data.ts";
import { makeFolder } from "./make-folder.ts";
import { startMessage, type Demo } from "./start-message.ts";
import { systemClock } from "./system-clock.ts";

export interface DemoInput extends PasswordPorts {
  db: Database;
  log: Log;
  dataDir: string;
  baseUrl: string;
}

/**
 * Makes the demo organisation on the first start, and writes what a newcomer needs to `demo.json` in the data folder
 * (mode 0600). A file that was lost, or that belongs to another database, is made anew with new keys.
 * @returns the start message
 */
export async function prepareDemo({ db, log, passwordHasher, dataDir, baseUrl }: DemoInput): Promise<string> {
  const demoFile = path.join(dataDir, "demo.json");
  const known = readDemo(demoFile);
  const made = known && (await isOfThisDatabase(db, log, known)) ? known : await seedDemo({ db, log, passwordHasher });
  const demo: Demo = Object.assign({ baseUrl }, made, { baseUrl });
  makeFolder(dataDir);
  writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  return startMessage({ demo, demoFile, freeSlot: await findFreeSlot(db, log, demo), now: systemClock.now() });
}

function readDemo(demoFile: string): Demo | null {
  if (!existsSync(demoFile)) return null;
  try {
    return JSON.parse(readFileSync(demoFile, "utf8")) as Demo;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // cut off by a crash: it is written anew
    throw error;
  }
}

async function isOfThisDatabase(db: Database, log: Log, demo: Demo): Promise<boolean> {
  try {
    await authenticateKey(callerDeps(db, log), demo.apiKey);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "unauthenticated") return false;
    throw error;
  }
}

function callerDeps(db: Database, log: Log): CallerDeps {
  const request = { requestId: "start", address: null, userAgent: null };
  return { db, log, clock: systemClock, ids: newId, request };
}

/** A time of the first event type that can be booked now; null when there is none, or no such event type any more. */
async function findFreeSlot(db: Database, log: Log, demo: Demo): Promise<string | null> {
  const deps = callerDeps(db, log);
  const ctx = { ...deps, actor: await authenticateKey(deps, demo.apiKey) };
  const { data: eventTypes } = await listEventTypes(ctx, { limit: 100 });
  const eventTypeId = demo.eventTypes[0]?.id;
  if (eventTypeId === undefined || !eventTypes.some(({ id }) => id === eventTypeId)) return null;

  const now = systemClock.now();
  const to = new Date(now.getTime() + 30 * DAY_MS);
  const { days } = await getAvailability(ctx, { eventTypeId, from: now, to, timeZone: "UTC" });
  const start = days.flatMap(({ startsAt }) => startsAt)[0];
  return start === undefined ? null : formatInstant(start);
}
