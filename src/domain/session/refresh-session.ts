import { toMember, type Member } from "../identity/member.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { endSessionRow } from "./end-session-row.ts";
import { forgetSession } from "../access/authenticate-access-token.ts";
import { asSession, toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";
import { decideRefresh, newNonce, nextRefreshToken, refreshTokenHash } from "./refresh-token.ts";
import { expiryOf, toSession, type Session } from "./session.ts";

/**
 * The next pair of tokens for a refresh token. One that was used is answered once more within 30 seconds, by the same next
 * one; used any later it ends its session.
 * @throws invalid_refresh_token
 */
export async function refreshSession(ctx: LogInContext, refreshToken: string): Promise<LoggedIn> {
  const hash = refreshTokenHash(refreshToken);
  const refreshed = await ctx.db.transaction(async (tx) => {
    const found = await lockFamily(tx, hash);
    return found && decideAndWrite(ctx, tx, found, refreshToken);
  });
  if (!refreshed) throw invalidRefreshToken();
  const { session, member, nextToken } = refreshed;
  if (nextToken === null) {
    forgetSession(ctx.db, session.id);
    throw invalidRefreshToken();
  }
  return toLoggedIn(ctx, session, member, nextToken);
}

interface Family {
  token: { hash: string; usedAt: Date | null; nextNonce: string | null };
  session: Session;
  member: Member;
}

/** The token with its session, of which nobody else uses a token until the transaction ends. */
async function lockFamily(tx: Transaction, hash: string): Promise<Family | null> {
  await tx.$executeRaw`
    SELECT FROM device_session WHERE id = (SELECT session_id FROM refresh_token WHERE hash = ${hash}) FOR NO KEY UPDATE`;
  const row = await tx.refreshToken.findUnique({
    where: { hash },
    include: { session: { include: { member: true } } },
  });
  if (row === null) return null;
  const { session, ...token } = row;
  const { member, ...rest } = session;
  // Who has left the organisation is refreshed no more.
  return member.userId === session.userId ? { token, session: toSession(rest), member: toMember(member) } : null;
}

/** Null: refused. Without a next token: it ended the session. */
async function decideAndWrite(ctx: LogInContext, tx: Transaction, family: Family, refreshToken: string) {
  const { token, session, member } = family;
  const now = ctx.clock.now();
  switch (decideRefresh(token, session, now)) {
    case "over":
      return null;
    case "repeat":
      return { session, member, nextToken: nextRefreshToken(refreshToken, token.nextNonce!) };
    case "reused":
      await endSessionRow(asSession(ctx, session, member), tx, session, "refresh_token_reused");
      return { session, member, nextToken: null };
    case "rotate": {
      const nextNonce = newNonce();
      const nextToken = nextRefreshToken(refreshToken, nextNonce);
      const used = { lastUsedAt: now, expiresAt: expiryOf(session.createdAt, now) };
      await tx.refreshToken.update({ where: { hash: token.hash }, data: { usedAt: now, nextNonce } });
      const next = { hash: refreshTokenHash(nextToken), sessionId: session.id, createdAt: now };
      await tx.refreshToken.create({ data: next });
      await tx.deviceSession.update({ where: { id: session.id }, data: used });
      return { session: { ...session, ...used }, member, nextToken };
    }
  }
}

function invalidRefreshToken(): DomainError {
  return new DomainError("invalid_refresh_token", {
    detail: "The refresh token is unknown or was used before, or its session is over.",
  });
}
