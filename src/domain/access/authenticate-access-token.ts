import { auditBeside, auditRefusal } from "../audit/audit-beside.ts";
import type { Role, SessionActor } from "../shared/actor.ts";
import type { Database } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { verifyAccessToken } from "./access-token.ts";
import type { CallerDeps } from "./authenticate-key.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";
import { SCOPES_OF } from "./rules.ts";

/** A session as it was found. */
interface KnownSession {
  actor: SessionActor;
  expiresAt: Date;
  endedAt: Date | null;
  isUsed: boolean;
}

/** By the session's identifier. */
const lookUps = createLookUps<KnownSession>(CREDENTIAL_HELD_MS);

/**
 * The actor behind an access token, with the role that the member has now. A token of a session that is over is worth no
 * more than one that was never ours.
 * @throws unauthenticated, token_expired
 */
export async function authenticateAccessToken(deps: CallerDeps, token: string): Promise<SessionActor> {
  const { sid, sub, mem, org } = await verifyAccessToken(deps, token);
  const now = deps.clock.now();
  const session = await lookUps.find(deps.db, sid, now.getTime(), () => loadSession(deps.db, sid));
  if (!session) throw sessionOver();
  const { actor } = session;
  if (actor.userId !== sub || actor.memberId !== mem || actor.organisationId !== org) throw sessionOver();
  if (session.endedAt || session.expiresAt <= now) {
    auditRefusal({ ...deps, actor }, { type: "session.token_refused", objectId: sid });
    throw sessionOver();
  }
  if (!session.isUsed) noteFirstUse(deps, session, now);
  return actor;
}

/** Makes the next call in this session ask the database. */
export function forgetSession(db: Database, sessionId: string): void {
  lookUps.forget(db, sessionId);
}

/** In the background. Of several who use it first at once, one is told of. */
function noteFirstUse(deps: CallerDeps, session: KnownSession, firstUsedAt: Date): void {
  session.isUsed = true;
  const { actor } = session;
  const where = { id: actor.credentialId, firstUsedAt: null };
  deps.db.prisma.deviceSession.updateMany({ where, data: { firstUsedAt } }).then(
    ({ count }) => {
      if (count === 1) auditBeside({ ...deps, actor }, { type: "session.first_used", objectId: where.id });
    },
    (error: unknown) => {
      deps.log.warn({ sessionId: where.id, err: error }, "could not note when a session was first used");
    },
  );
}

/** Who left the organisation is a member without a user, or of another one: then there is no row. */
const GET_SESSION = {
  name: "get_session",
  text: `SELECT s.id, s.organisation_id, s.user_id, s.member_id, s.expires_at, s.ended_at,
      s.first_used_at IS NOT NULL AS is_used, m.role
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
  is_used: boolean;
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
  return { actor, expiresAt: row.expires_at, endedAt: row.ended_at, isUsed: row.is_used };
}

function sessionOver(): DomainError {
  return new DomainError("unauthenticated", { detail: "The access token is not one of ours, or its session is over." });
}
