import { LRUCache } from "lru-cache";
import { PUBLISHABLE_SCOPES, type Actor, type Role, type Scope } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { hashOf, isWellFormed } from "./api-key.ts";

/** A key as it was found, with what it may do. */
interface KnownKey {
  actor: Actor;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** What a look-up found, or is about to find: those who come in the meantime wait for the same one. */
interface LookUp {
  found: Promise<KnownKey | null>;
  startedAt: number;
}

type Deps = Pick<DomainContext, "db" | "clock" | "log">;

/** Look-ups held in memory by the key's hash, apart for each database. */
const caches = new WeakMap<Database, LRUCache<string, LookUp>>();
const LOOK_UPS_HELD = 10_000;
/** How long another process may go on accepting a key that was revoked here. */
const HELD_MS = 5_000;
const LAST_USED_EVERY_MS = 60_000;

/**
 * The actor behind an API key. Unknown, revoked and expired keys get one and the same answer.
 * @throws unauthenticated
 */
export async function authenticateKey(deps: Deps, key: string): Promise<Actor> {
  if (!isWellFormed(key)) throw unauthenticated();
  const now = deps.clock.now();
  const known = await lookUp(deps, hashOf(key), now.getTime());
  if (!known || known.revokedAt || (known.expiresAt && known.expiresAt <= now)) throw unauthenticated();
  noteUse(deps, known, now);
  return known.actor;
}

/** Makes the next call with this key ask the database. */
export function forgetKey(db: Database, hash: string): void {
  caches.get(db)?.delete(hash);
}

function lookUp({ db }: Deps, hash: string, now: number): Promise<KnownKey | null> {
  const cache = cacheOf(db);
  const held = cache.get(hash);
  // A clock that was set back must not make a look-up last longer.
  if (held && now >= held.startedAt && now - held.startedAt < HELD_MS) return held.found;

  const started: LookUp = { found: loadKey(db, hash), startedAt: now };
  cache.set(hash, started);
  const forget = () => {
    if (cache.peek(hash) === started) cache.delete(hash);
  };
  void started.found.then((found) => {
    if (!found) forget();
  }, forget);
  return started.found;
}

function cacheOf(db: Database): LRUCache<string, LookUp> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new LRUCache({ max: LOOK_UPS_HELD })));
  return cache;
}

const GET_KEY = {
  name: "get_api_key",
  text: `SELECT k.id, k.organisation_id, k.member_id, k.kind, k.scopes, k.expires_at, k.revoked_at, k.last_used_at, m.role
    FROM api_key k JOIN member m ON m.id = k.member_id
    WHERE k.hash = $1`,
};

interface KeyRow {
  id: string;
  organisation_id: string;
  member_id: string;
  kind: "secret" | "publishable";
  scopes: Scope[];
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  role: Role;
}

async function loadKey(db: Database, hash: string): Promise<KnownKey | null> {
  const [row] = await db.query<KeyRow>(GET_KEY, [hash]);
  if (!row) return null;
  return { actor: toActor(row), expiresAt: row.expires_at, revokedAt: row.revoked_at, lastUsedAt: row.last_used_at };
}

function toActor({ id, organisation_id, member_id, kind, scopes, role }: KeyRow): Actor {
  const key = { credentialId: id, organisationId: organisation_id };
  return kind === "publishable"
    ? { ...key, kind: "publishable_key", scopes: new Set(PUBLISHABLE_SCOPES) }
    : { ...key, kind: "secret_key", scopes: new Set(scopes), memberId: member_id, role };
}

/** Writes in the background, at most once a minute for each key, when it was last used. No request waits or fails for it. */
function noteUse({ db, log }: Deps, known: KnownKey, now: Date): void {
  const dueBefore = new Date(now.getTime() - LAST_USED_EVERY_MS);
  if (known.lastUsedAt && known.lastUsedAt > dueBefore) return;
  known.lastUsedAt = now;
  const apiKeyId = known.actor.credentialId;
  db.prisma.apiKey
    .updateMany({
      where: { id: apiKeyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: dueBefore } }] },
      data: { lastUsedAt: now },
    })
    .catch((error: unknown) => {
      log.warn({ apiKeyId, err: error }, "could not note when an API key was last used");
    });
}

function unauthenticated(): DomainError {
  return new DomainError("unauthenticated", { detail: "The API key is unknown, revoked or expired." });
}
