import type { Actor, Role, Scope } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { hashOf, isOver, isWellFormed } from "./api-key.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";
import { noteRefusal, noteUse, type NotedUse } from "./note-key-use.ts";

/** A key as it was found by one of its secrets, with what it may do. */
interface KnownKey extends NotedUse {
  actor: Actor;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** What there is before it is known who acts. */
export type CallerDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log" | "request">;

/** By the secret's hash. */
const lookUps = createLookUps<KnownKey>(CREDENTIAL_HELD_MS);

/**
 * The actor behind an API key. Unknown, revoked, replaced and expired keys get one and the same answer.
 * @throws unauthenticated
 */
export async function authenticateKey(deps: CallerDeps, key: string): Promise<Actor> {
  if (!isWellFormed(key)) throw unauthenticated();
  const now = deps.clock.now();
  const hash = hashOf(key);
  const known = await lookUps.find(deps.db, hash, now.getTime(), () => loadKey(deps.db, hash));
  if (!known) throw unauthenticated();
  const use = { ...deps, actor: known.actor };
  if (isOver(known, now)) {
    noteRefusal(use, known);
    throw unauthenticated();
  }
  noteUse(use, known);
  return known.actor;
}

/** Makes the next call with this secret ask the database. */
export function forgetKey(db: Database, hash: string): void {
  lookUps.forget(db, hash);
}

const GET_KEY = {
  name: "get_api_key",
  text: `SELECT k.id, k.organisation_id, k.member_id, k.kind, k.scopes, k.allowed_origins, least(k.expires_at, s.retires_at) AS expires_at,
      k.revoked_at, k.last_used_at, k.last_refused_at, m.role
    FROM api_key k JOIN api_key_secret s ON s.api_key_id = k.id JOIN member m ON m.id = k.member_id AND m.deleted_at IS NULL
    WHERE s.hash = $1`,
};

interface KeyRow {
  id: string;
  organisation_id: string;
  member_id: string;
  kind: "secret" | "publishable";
  scopes: Scope[];
  allowed_origins: string[];
  /** Of the key or of this secret, whichever is earlier. */
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  last_refused_at: Date | null;
  role: Role;
}

async function loadKey(db: Database, hash: string): Promise<KnownKey | null> {
  const [row] = await db.query<KeyRow>(GET_KEY, [hash]);
  if (!row) return null;
  return {
    actor: toActor(row),
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    lastRefusedAt: row.last_refused_at,
  };
}

/** A secret key never does more than its member may do by now. */
function toActor({ id, organisation_id, member_id, kind, scopes, allowed_origins, role }: KeyRow): Actor {
  const key = { credentialId: id, organisationId: organisation_id };
  if (kind === "publishable") {
    const allowedOrigins = new Set(allowed_origins);
    return { ...key, kind: "publishable_key", scopes: new Set(SCOPES_OF.publishable_key), allowedOrigins };
  }
  const allowed = scopes.filter((scope) => SCOPES_OF[role].includes(scope));
  return { ...key, kind: "secret_key", scopes: new Set(allowed), memberId: member_id, role };
}

function unauthenticated(): DomainError {
  return new DomainError("unauthenticated", { detail: "The API key is unknown, revoked or expired." });
}
