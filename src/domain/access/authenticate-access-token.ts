import type { Role, SessionActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { verifyAccessToken } from "./access-token.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";

/** A session as it was found. */
interface KnownSession {
  actor: SessionActor;
  expiresAt: Date;
  endedAt: Date | null;
}

type Deps = Pick<DomainContext, "db" | "clock">;

/** By the session's identifier. */
const lookUps = createLookUps<KnownSession>(CREDENTIAL_HELD_MS);

/**
 * The actor behind an access token, with the role that the member has now. A token of a session that is over is worth no
 * more than one that was never ours.
 * @throws unauthenticated, token_expired
 */
export async function authenticateAccessToken(deps: Deps, token: string): Promise<SessionActor> {
  const { sid, sub, mem, org } = await verifyAccessToken(deps, token);
  const now = deps.clock.now();
  const session = await lookUps.find(deps.db, sid, now.getTime(), () => loadSession(deps.db, sid));
  if (!session || session.endedAt || session.expiresAt <= now) throw sessionOver();
  const { userId, memberId, organisationId } = session.actor;
  if (userId !== sub || memberId !== mem || organisationId !== org) throw sessionOver();
  return session.actor;
}

/** Makes the next call in this session ask the database. */
export function forgetSession(db: Database, sessionId: string): void {
  lookUps.forget(db, sessionId);
}

/** Who left the organisation is a member without a user, or of another one: then there is no row. */
const GET_SESSION = {
  name: "get_session",
  text: `SELECT s.id, s.organisation_id, s.user_id, s.member_id, s.expires_at, s.ended_at, m.role
    FROM device_session s JOIN member m ON m.id = s.member_id AND m.user_id = s.user_id
    WHERE s.id = $1`,
};

interface SessionRow {
  id: string;
  organisation_id: string;
  user_id: string;
  member_id: string;
  expires_at: Date;
  ended_at: Date | null;
  role: Role;
}

async function loadSession(db: Database, id: string): Promise<KnownSession | null> {
  const [row] = await db.query<SessionRow>(GET_SESSION, [id]);
  if (!row) return null;
  const actor: SessionActor = {
    kind: "session",
    organisationId: row.organisation_id,
    credentialId: row.id,
    userId: row.user_id,
    memberId: row.member_id,
    role: row.role,
    scopes: new Set(SCOPES_OF[row.role]),
  };
  return { actor, expiresAt: row.expires_at, endedAt: row.ended_at };
}

function sessionOver(): DomainError {
  return new DomainError("unauthenticated", { detail: "The access token is not one of ours, or its session is over." });
}
