import { LRUCache } from "lru-cache";
import type { Database } from "../shared/database.ts";

/** Credentials as they were found, held in memory for a while, apart for each database. */
export interface LookUps<Found> {
  /** What `load` finds, or has found not long ago. What is not there is asked for each time. */
  find(db: Database, key: string, now: number, load: () => Promise<Found | null>): Promise<Found | null>;
  /** Makes the next call ask the database. */
  forget(db: Database, key: string): void;
}

/** What a look-up found, or is about to find: those who come in the meantime wait for the same one. */
interface LookUp<Found> {
  found: Promise<Found | null>;
  startedAt: number;
}

const LOOK_UPS_HELD = 10_000;

/** @param heldMs how long another process may go on with what was changed here */
export function createLookUps<Found>(heldMs: number): LookUps<Found> {
  const caches = new WeakMap<Database, LRUCache<string, LookUp<Found>>>();
  const cacheOf = (db: Database) => {
    let cache = caches.get(db);
    if (!cache) caches.set(db, (cache = new LRUCache({ max: LOOK_UPS_HELD })));
    return cache;
  };
  return {
    find(db, key, now, load) {
      const cache = cacheOf(db);
      const held = cache.get(key);
      // A clock that was set back must not make a look-up last longer.
      if (held && now >= held.startedAt && now - held.startedAt < heldMs) return held.found;

      const started: LookUp<Found> = { found: load(), startedAt: now };
      cache.set(key, started);
      const forget = () => {
        if (cache.peek(key) === started) cache.delete(key);
      };
      void started.found.then((found) => {
        if (found === null) forget();
      }, forget);
      return started.found;
    },
    forget: (db, key) => void caches.get(db)?.delete(key),
  };
}

/** How long another process may go on accepting a credential that was revoked here. */
export const CREDENTIAL_HELD_MS = 5_000;
