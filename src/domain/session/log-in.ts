import { recordAudit, recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Member } from "../identity/member.ts";
import { toMember } from "../identity/member.ts";
import { verifyPassword } from "../identity/password.ts";
import { DomainError } from "../shared/errors.ts";
import { asSession, toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";
import { firstRefreshToken, refreshTokenHash } from "./refresh-token.ts";
import { expiryOf, toSessionPayload, type Session } from "./session.ts";

export interface LogInInput {
  email: string;
  password: string;
  /** The first that the person became a member of when left out. */
  organisationId?: string;
  deviceName?: string;
}

/**
 * Opens a session of somebody who knows his password. Whether the address is known makes no difference to the answer, nor to
 * the work that goes before it.
 * @throws invalid_credentials, overloaded
 */
export async function logIn(ctx: LogInContext, input: LogInInput): Promise<LoggedIn> {
  const found = await findAccount(ctx, input);
  const isRight = await verifyPassword(input.password, found?.passwordHash ?? null);
  if (!found || !isRight || !found.memberId) {
    if (found) noteRefusal(ctx, found);
    throw invalidCredentials();
  }
  const member = toMember(await ctx.db.prisma.member.findUniqueOrThrow({ where: { id: found.memberId } }));
  const { session, refreshToken } = await openSession(ctx, found, member, input.deviceName ?? null);
  return toLoggedIn(ctx, session, member, refreshToken);
}

interface Account {
  userId: string;
  passwordHash: string | null;
  /** Null: the person is no member of the organisation that was asked for. */
  memberId: string | null;
  /** The first, where he is no member of the one that was asked for. */
  organisationId: string | null;
}

/** One statement whoever it is: two for those who are known would tell them by the time it takes. */
const FIND_ACCOUNT = {
  name: "find_account",
  text: `SELECT u.id AS "userId", u.password_hash AS "passwordHash", m.organisation_id AS "organisationId",
      CASE WHEN $2::text IS NULL OR m.organisation_id = $2 THEN m.id END AS "memberId"
    FROM "user" u LEFT JOIN member m ON m.user_id = u.id
    WHERE u.email = $1
    ORDER BY m.organisation_id = $2 DESC NULLS LAST, m.created_at, m.id
    LIMIT 1`,
};

async function findAccount({ db }: LogInContext, { email, organisationId }: LogInInput): Promise<Account | null> {
  const [account] = await db.query<Account>(FIND_ACCOUNT, [email.toLowerCase(), organisationId ?? null]);
  return account ?? null;
}

async function openSession(ctx: LogInContext, account: Account, member: Member, name: string | null) {
  const { userId, passwordHash } = account;
  const now = ctx.clock.now();
  const session: Session = {
    id: ctx.ids("session"),
    organisationId: member.organisationId,
    userId,
    memberId: member.id,
    name,
    address: ctx.request.address,
    userAgent: ctx.request.userAgent,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: expiryOf(now, now),
    endedAt: null,
    endReason: null,
  };
  const refreshToken = firstRefreshToken();
  await ctx.db.transaction(async (tx) => {
    // Whoever is changing the password ends every session that he can see: this one is there before, or is never made.
    const current = await tx.$queryRaw<unknown[]>`
      SELECT FROM "user" WHERE id = ${userId} AND password_hash = ${passwordHash} FOR SHARE`;
    if (current.length === 0) throw invalidCredentials();
    await tx.deviceSession.create({ data: session });
    const hash = refreshTokenHash(refreshToken);
    await tx.refreshToken.create({ data: { hash, sessionId: session.id, createdAt: now } });
    const record = { type: "session.started", objectId: session.id, payload: toSessionPayload(session) };
    await recordCommand(asSession(ctx, session, member), tx, record);
  });
  return { session, refreshToken };
}

/** In the background: what only a known address gives rise to would tell it by the time it takes. */
function noteRefusal(ctx: LogInContext, { userId, organisationId }: Account): void {
  if (organisationId === null) return;
  const record = { type: "session.refused", objectId: userId };
  recordAudit(asHouse(ctx, organisationId), ctx.db.prisma, record).catch((error: unknown) => {
    ctx.log.error({ userId, err: error }, "could not audit a refused log-in");
  });
}

/** Nobody has logged in: it is the house that refused. */
function asHouse(ctx: LogInContext, organisationId: string): Recorder {
  return { ...ctx, actor: { kind: "system", organisationId, credentialId: "log-in", scopes: new Set() } };
}

function invalidCredentials(): DomainError {
  return new DomainError("invalid_credentials", {
    detail: "The e-mail address and the password do not belong together.",
  });
}
