import type { Actor, Role, Scope } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { hashOf, isWellFormed } from "./api-key.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";

/** A key as it was found, with what it may do. */
interface KnownKey {
  actor: Actor;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

type Deps = Pick<DomainContext, "db" | "clock" | "log">;

/** By the key's hash. */
const lookUps = createLookUps<KnownKey>(CREDENTIAL_HELD_MS);
const LAST_USED_EVERY_MS = 60_000;

/**
 * The actor behind an API key. Unknown, revoked and expired keys get one and the same answer.
 * @throws unauthenticated
 */
export async function authenticateKey(deps: Deps, key: string): Promise<Actor> {
  if (!isWellFormed(key)) throw unauthenticated();
  const now = deps.clock.now();
  const hash = hashOf(key);
  const known = await lookUps.find(deps.db, hash, now.getTime(), () => loadKey(deps.db, hash));
  if (!known || known.revokedAt || (known.expiresAt && known.expiresAt <= now)) throw unauthenticated();
  noteUse(deps, known, now);
  return known.actor;
}

/** Makes the next call with this key ask the database. */
export function forgetKey(db: Database, hash: string): void {
  lookUps.forget(db, hash);
}

const GET_KEY = {
  name: "get_api_key",
  text: `SELECT k.id, k.organisation_id, k.member_id, k.kind, k.scopes, k.expires_at, k.revoked_at, k.last_used_at, m.role
    FROM api_key k JOIN member m ON m.id = k.member_id AND m.deleted_at IS NULL
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
    ? { ...key, kind: "publishable_key", scopes: new Set(SCOPES_OF.publishable_key) }
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
